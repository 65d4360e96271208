-- Areas, modules and providers from before their ids were held; an id that was two things stays what it was first.
insert into mt_streams (id, type, version, timestamp, created)
select distinct on (held.id) held.id, held.type, 0, held.at, held.at
from (
    select (data ->> 'AreaId')::uuid as id, 'area' as type, timestamp as at, seq_id from mt_events where type = 'area_added'
    union all
    select (data ->> 'ModuleId')::uuid, 'module', timestamp, seq_id from mt_events where type = 'module_added'
    union all
    select (data ->> 'ProviderId')::uuid, 'provider', timestamp, seq_id from mt_events where type = 'provider_added'
) held
order by held.id, held.seq_id
on conflict (id) do nothing;

-- Texts that were deleted with their rows.
insert into text (id, stream_id, body, written_at, redacted_at)
select distinct on (data ->> 'TextId') (data ->> 'TextId')::uuid, stream_id, null, timestamp, timestamp
from mt_events
where type = 'text_redacted'
order by data ->> 'TextId', seq_id
on conflict (id) do nothing;
