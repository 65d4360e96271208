using System.Linq.Expressions;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using RolloutPortal.EventStore.Events;

namespace RolloutPortal.EventStore.ReadModels;

/// <summary>The table of a read model: its name, its shape, and whether this process's shape is the live one.</summary>
public abstract class ReadTable
{
    private protected ReadTable(Type row)
    {
        Name = StoredName.Of(row);
    }

    /// <summary>Snake case of the record's name.</summary>
    public string Name { get; }

    /// <summary>A short digest of columns, indexes and revision: another shape is another read model.</summary>
    public string Shape { get; private protected set; } = "";

    /// <summary>Its row in <c>mt_event_progression</c>: table and shape, so that a changed record is one that has not run yet.</summary>
    public string ProgressName => $"{Name}:{Shape}";

    /// <summary>The row that shows how far a build beside the live table has come.</summary>
    public string BuildName => $"{ProgressName}:building";

    /// <summary>Where a table is built before it is swapped in.</summary>
    public string BuildTable => $"{Name}__{Shape}";

    /// <summary>True when appends fold into it; until then it is being built from the log.</summary>
    public bool IsLive { get; internal set; }

    /// <summary>A build that has folded more rows than this writes them and goes on.</summary>
    internal int RowsInMemory { get; set; } = 100_000;

    /// <summary>So many events are read, parsed and folded at a time.</summary>
    internal int RunLength { get; set; } = 4_000;

    /// <summary>Stored names of the events that the fold looks at; null: all.</summary>
    public abstract IReadOnlyList<string>? EventNames(EventTypes types);

    /// <summary>Create statement for a table of this shape, without indexes.</summary>
    public abstract string CreateTable(string table);

    /// <summary>Statements for the declared indexes; their names follow the live table's.</summary>
    public abstract IEnumerable<string> CreateIndexes(string table);

    internal abstract FoldSession StartFold();

    internal abstract TableBuild StartBuild(string table);

    /// <summary>Keys whose rows stand in one of two tables and not, or otherwise, in the other, and what is wrong.</summary>
    internal abstract string DifferenceSql(string live, string folded);
}

/// <inheritdoc cref="ReadTable"/>
public sealed class ReadTable<T> : ReadTable where T : class, IReadModel<T>
{
    private readonly Column<T>[] columns;
    private readonly Func<NpgsqlDataReader, T> read;

    public ReadTable() : base(typeof(T))
    {
        columns = [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .Select(property => new Column<T>(property))];
        if (columns[0].Property.PropertyType != typeof(Guid))
            throw new NotSupportedException($"{typeof(T).Name}: the first column is the key and must be a Guid.");
        read = CompileReader();
        var key = Expression.Parameter(typeof(T));
        KeyOf = Expression.Lambda<Func<T, Guid>>(Expression.Property(key, columns[0].Property), key).Compile();
        Shape = DigestOf(string.Join(';', CreateIndexes(Name).Prepend(CreateTable(Name)))
            + typeof(T).GetCustomAttribute<RevisionAttribute>()?.Number);
    }

    internal Func<T, Guid> KeyOf { get; }

    internal IReadOnlyList<Column<T>> Columns => columns;

    internal string KeyColumn => columns[0].Name;

    /// <summary>All columns, in the order in which <see cref="Read"/> expects them.</summary>
    public string ColumnList { get => field ??= string.Join(", ", columns.Select(column => $"\"{column.Name}\"")); }

    /// <summary>Of the live table.</summary>
    internal TableSql Sql { get => field ??= SqlFor(Name); }

    internal TableSql SqlFor(string name) => TableSql.Of(name, ColumnList, columns);

    /// <summary>Many rows in one statement, whatever their number.</summary>
    internal NpgsqlBatchCommand Upsert(TableSql sql, IReadOnlyList<T> rows)
    {
        var command = new NpgsqlBatchCommand(sql.Upsert);
        foreach (var column in columns)
            command.Parameters.Add(column.ToParameter(rows));
        return command;
    }

    /// <summary>The current row of a reader whose select lists <see cref="ColumnList"/>.</summary>
    public T Read(NpgsqlDataReader reader) => read(reader);

    public override IReadOnlyList<string>? EventNames(EventTypes types) =>
        T.Events.Count == 0 ? null : [.. types.All.Where(known => T.Events.Any(wanted => wanted.IsAssignableFrom(known.Type))).Select(known => known.Name)];

    public override string CreateTable(string table) =>
        $"create table \"{table}\" ({string.Join(", ", columns.Select(column => column.Definition))}, primary key (\"{KeyColumn}\"))";

    public override IEnumerable<string> CreateIndexes(string table) =>
        typeof(T).GetCustomAttributes<IndexAttribute>().Select(index =>
            $"create index on \"{table}\" ({string.Join(", ", index.Columns.Select(IndexColumn))}){(index.Where is null ? "" : " where " + index.Where)}");

    internal override FoldSession StartFold() => new FoldSession<T>(this);

    internal override TableBuild StartBuild(string table) => new TableBuild<T>(this, table);

    internal override string DifferenceSql(string live, string folded) => $"""
        select coalesce(l."{KeyColumn}", f."{KeyColumn}"), case
            when l."{KeyColumn}" is null then 'the row is missing'
            when f."{KeyColumn}" is null then 'the row should not be there'
            else 'the row differs from its fold' end
        from {live} l
        full join {folded} f on f."{KeyColumn}" = l."{KeyColumn}"
        where l is distinct from f
        order by 1
        limit 20
        """;

    private static string IndexColumn(string name) =>
        name.StartsWith('-') ? $"\"{StoredName.Of(name[1..])}\" desc" : $"\"{StoredName.Of(name)}\"";

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    /// <remarks>Positional properties go through the constructor, further ones are set after it.</remarks>
    private Func<NpgsqlDataReader, T> CompileReader()
    {
        var reader = Expression.Parameter(typeof(NpgsqlDataReader));
        var values = columns.Select((column, i) => (column.Property.Name, Value: column.Read(reader, i))).ToDictionary(pair => pair.Name, pair => pair.Value);
        var constructor = typeof(T).GetConstructors().Where(made => made.GetParameters().All(p => values.ContainsKey(p.Name!)))
            .MaxBy(made => made.GetParameters().Length)!;
        var made = Expression.New(constructor, constructor.GetParameters().Select(p => values[p.Name!]));
        var rest = columns.Where(column => constructor.GetParameters().All(p => p.Name != column.Property.Name))
            .Select(column => (MemberBinding)Expression.Bind(column.Property, values[column.Property.Name]));
        return Expression.Lambda<Func<NpgsqlDataReader, T>>(Expression.MemberInit(made, rest), reader).Compile();
    }
}
