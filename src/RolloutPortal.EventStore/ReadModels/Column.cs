using System.Linq.Expressions;
using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace RolloutPortal.EventStore.ReadModels;

/// <summary>One writable property of a read model, as a column.</summary>
internal sealed class Column<T>
{
    private static readonly MethodInfo GatherOf = typeof(Column<T>).GetMethod(nameof(Gather), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly Func<T, object?> get;
    private readonly Func<IReadOnlyList<T>, NpgsqlParameter> gather;
    private readonly ColumnType type;
    private readonly bool nullable;

    public Column(PropertyInfo property)
    {
        Property = property;
        Name = Events.StoredName.Of(property.Name);
        nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState is not NullabilityState.NotNull);
        type = ColumnType.Of(property);

        var row = Expression.Parameter(typeof(T));
        get = Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(row, property), typeof(object)), row).Compile();
        gather = (Func<IReadOnlyList<T>, NpgsqlParameter>)GatherOf.MakeGenericMethod(type.ArrayElement)
            .Invoke(null, [row, type.ToArrayElement(Expression.Property(row, property)), type.DbArray])!;
    }

    public PropertyInfo Property { get; }

    public string Name { get; }

    /// <summary>As it stands in <c>create table</c>.</summary>
    public string Definition => $"\"{Name}\" {type.Sql}{(nullable ? "" : " not null")}";

    /// <summary>As it stands in a select over unnested arrays: an array column travels as its text.</summary>
    public string FromArray(int index) => type.IsArray ? $"u.c{index}::{type.Sql}" : $"u.c{index}";

    public string ArrayCast(int index) => $"${index}::{(type.IsArray ? "text" : type.Sql)}[]";

    /// <summary>The values of many rows, as one array parameter.</summary>
    public NpgsqlParameter ToParameter(IReadOnlyList<T> rows) => gather(rows);

    public async Task Write(NpgsqlBinaryImporter importer, T row, CancellationToken ct)
    {
        if (get(row) is { } value) await importer.WriteAsync(type.ToStored(value), type.DbScalar, ct);
        else await importer.WriteNullAsync(ct);
    }

    /// <summary>An expression that reads this column of the current row.</summary>
    public Expression Read(ParameterExpression reader, int ordinal) => type.Read(reader, ordinal, Property.PropertyType, nullable);

    private static Func<IReadOnlyList<T>, NpgsqlParameter> Gather<TElement>(ParameterExpression row, Expression element, NpgsqlDbType db)
    {
        var of = Expression.Lambda<Func<T, TElement>>(element, row).Compile();
        return rows =>
        {
            var values = new TElement[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = of(rows[i]);
            return new NpgsqlParameter<TElement[]> { TypedValue = values, NpgsqlDbType = db };
        };
    }
}
