-- Positions go on rising: whoever follows the log must not take new events for old ones.
delete from mt_events;
delete from mt_streams;
delete from text;
delete from photo;
delete from account_visit;
delete from ticket_seen;
delete from ticket_search;
delete from default_filter;
delete from saved_filter;
delete from reservation;
delete from nudge;
delete from one_time_link;
delete from account_session;
delete from account_identity;
delete from account_device;
delete from account;
delete from person_number_stop;
delete from doubtful_text;
delete from employee;
delete from employee_period;
delete from employee_before;
delete from import_line;
delete from import;
delete from import_mapping;
delete from import_trace;
delete from setting where name in ('demo.scenario', 'demo.loading');
update mt_event_progression set last_seq_id = 0;
do $$
declare
    live text;
begin
    for live in select distinct split_part(name, ':', 1) from mt_event_progression where name like '%:%' loop
        if to_regclass(quote_ident(live)) is not null then
            execute format('delete from %I', live);
        end if;
    end loop;
end $$;
