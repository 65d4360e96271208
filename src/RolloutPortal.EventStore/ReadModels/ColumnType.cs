using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace RolloutPortal.EventStore.ReadModels;

/// <summary>How a property's type is stored in PostgreSQL.</summary>
internal sealed record ColumnType(Type Stored, string Sql, NpgsqlDbType Db, bool IsArray, bool IsEnum)
{
    private static readonly MethodInfo GetFieldValue = typeof(NpgsqlDataReader).GetMethod(nameof(NpgsqlDataReader.GetFieldValue))!;
    private static readonly MethodInfo IsDbNull = typeof(NpgsqlDataReader).GetMethod(nameof(NpgsqlDataReader.IsDBNull))!;
    private static readonly MethodInfo NameOfEnum = typeof(ColumnType).GetMethod(nameof(ToName), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo ParseEnum = typeof(ColumnType).GetMethod(nameof(ToEnum), BindingFlags.Static | BindingFlags.NonPublic)!;

    public NpgsqlDbType DbScalar => IsArray ? NpgsqlDbType.Array | Db : Db;

    public Type ArrayElement => IsArray ? typeof(string) : Stored.IsValueType ? typeof(Nullable<>).MakeGenericType(Stored) : Stored;

    /// <exception cref="NotSupportedException">A column can't have this type.</exception>
    public static ColumnType Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum) return new(typeof(string), "text", NpgsqlDbType.Text, IsArray: false, IsEnum: true);
        if (type == typeof(Guid[])) return new(type, "uuid[]", NpgsqlDbType.Uuid, IsArray: true, IsEnum: false);
        if (type == typeof(string[])) return new(type, "text[]", NpgsqlDbType.Text, IsArray: true, IsEnum: false);
        if (type == typeof(DateOnly[])) return new(type, "date[]", NpgsqlDbType.Date, IsArray: true, IsEnum: false);
        if (type == typeof(int[])) return new(type, "integer[]", NpgsqlDbType.Integer, IsArray: true, IsEnum: false);
        var (sql, db) = Type.GetTypeCode(type) switch
        {
            TypeCode.String => ("text", NpgsqlDbType.Text),
            TypeCode.Boolean => ("boolean", NpgsqlDbType.Boolean),
            TypeCode.Int32 => ("integer", NpgsqlDbType.Integer),
            TypeCode.Int64 => ("bigint", NpgsqlDbType.Bigint),
            TypeCode.Double => ("double precision", NpgsqlDbType.Double),
            TypeCode.Decimal => ("numeric", NpgsqlDbType.Numeric),
            _ when type == typeof(Guid) => ("uuid", NpgsqlDbType.Uuid),
            _ when type == typeof(DateOnly) => ("date", NpgsqlDbType.Date),
            _ when type == typeof(DateTimeOffset) => ("timestamptz", NpgsqlDbType.TimestampTz),
            _ => throw new NotSupportedException($"{property.DeclaringType?.Name}.{property.Name}: {type.Name} can't be a column."),
        };
        return new(type, sql, db, IsArray: false, IsEnum: false);
    }

    public object ToStored(object value) =>
        IsEnum ? value.ToString()! : value is DateTimeOffset instant ? instant.ToUniversalTime() : value;

    /// <summary>An array of arrays would have to be rectangular: an array column travels as its text.</summary>
    public NpgsqlDbType DbArray => NpgsqlDbType.Array | (IsArray ? NpgsqlDbType.Text : Db);

    /// <summary>A property's value as it stands in the array parameter of its column.</summary>
    public Expression ToArrayElement(Expression property)
    {
        if (IsEnum) return Expression.Call(NameOfEnum.MakeGenericMethod(Nullable.GetUnderlyingType(property.Type) ?? property.Type), Nullably(property));
        if (Stored == typeof(DateTimeOffset)) return Expression.Call(typeof(ColumnType), nameof(ToUtc), null, Nullably(property));
        if (IsArray) return Expression.Call(typeof(ColumnType), nameof(ToText), null, property);
        return Stored.IsValueType ? Nullably(property) : property;
    }

    public Expression Read(ParameterExpression reader, int ordinal, Type property, bool nullable)
    {
        var at = Expression.Constant(ordinal);
        Expression value = Expression.Call(reader, GetFieldValue.MakeGenericMethod(Stored), at);
        if (IsEnum) value = Expression.Call(ParseEnum.MakeGenericMethod(Nullable.GetUnderlyingType(property) ?? property), value);
        if (value.Type != property) value = Expression.Convert(value, property);
        return nullable ? Expression.Condition(Expression.Call(reader, IsDbNull, at), Expression.Default(property), value) : value;
    }

    private static Expression Nullably(Expression property) => Nullable.GetUnderlyingType(property.Type) is not null
        ? property
        : Expression.Convert(property, typeof(Nullable<>).MakeGenericType(property.Type));

    private static string? ToName<TEnum>(TEnum? value) where TEnum : struct, Enum => value?.ToString();

    private static DateTimeOffset? ToUtc(DateTimeOffset? value) => value?.ToUniversalTime();

    private static string? ToText(Guid[]? ids) => ids is null ? null : "{" + string.Join(',', ids) + "}";

    private static string? ToText(DateOnly[]? days) => days is null
        ? null
        : "{" + string.Join(',', days.Select(day => day.ToString("O", CultureInfo.InvariantCulture))) + "}";

    private static string? ToText(int[]? numbers) => numbers is null
        ? null
        : "{" + string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))) + "}";

    private static string? ToText(string?[]? texts) => texts is null
        ? null
        : "{" + string.Join(',', texts.Select(text => text is null ? "null" : '"' + text.Replace("\\", @"\\").Replace("\"", "\\\"") + '"')) + "}";

    private static TEnum ToEnum<TEnum>(string name) where TEnum : struct, Enum => Enum.Parse<TEnum>(name);
}
