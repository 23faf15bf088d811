using System.Linq.Expressions;
using System.Reflection;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// Everything that is stored about one person, table by table. Asked for by the person, private texts are open; asked for by anybody else
/// they come as they lie in the database: sealed.
/// </summary>
public sealed class PersonExport(FieldcraftDb db)
{
    private static readonly MethodInfo RowsMethod = typeof(PersonExport).GetMethod(
        nameof(RowsAsync),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    /// <param name="openAs">Takes out the keys of these texts for the person, or null for an export that stays sealed.</param>
    public async Task<IReadOnlyDictionary<string, object>> OfAsync(
        PersonId person,
        Func<IReadOnlyCollection<SealedText>, Task<Unlocked>>? openAs,
        CancellationToken cancellationToken
    )
    {
        var tables = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes())
        {
            // What others say in a round that is open is about the person, and not for the person: not even how many answered.
            if (type.GetTableName() is not { } table || type.ClrType == typeof(RaterAnswer) || OwnerOf(type) is not { } owner)
            {
                continue;
            }

            var rows = await (Task<List<object>>)
                RowsMethod.MakeGenericMethod(type.ClrType).Invoke(this, [owner, person, cancellationToken])!;
            if (rows.Count > 0)
            {
                var unlocked = openAs is null ? null : await openAs([.. rows.SelectMany(r => TextsOf(type, r))]);
                tables[table] = rows.Select(r => Fields(type, r, unlocked)).ToList();
            }
        }

        return tables;
    }

    private static IProperty? OwnerOf(IEntityType type) =>
        type.ClrType == typeof(Person) ? type.FindProperty(nameof(Person.Id))
        : type.FindProperty("OwnerId") is { } owner && owner.ClrType == typeof(PersonId) ? owner
        : type.FindProperty("PersonId") is { } person && person.ClrType == typeof(PersonId) ? person
        : null;

    private static IEnumerable<SealedText> TextsOf(IEntityType type, object row) =>
        Shown(type).Where(p => p.ClrType == typeof(SealedText)).Select(p => p.GetGetter().GetClrValue(row)).OfType<SealedText>();

    private static IEnumerable<IProperty> Shown(IEntityType type) =>
        type.GetProperties().Where(p => p.FindAnnotation(PrivacyAnnotations.PrivacyKey)?.Value is not (Privacy.Secret or Privacy.Round));

    private static Dictionary<string, object?> Fields(IEntityType type, object row, Unlocked? unlocked)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in Shown(type))
        {
            fields[property.Name] = property.GetGetter().GetClrValue(row) switch
            {
                SealedText text when unlocked?.Opens(text) == true => unlocked.Open(text),
                SealedText text => new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["sealed"] = Convert.ToBase64String(text.ToBytes()),
                },
                { } value when value.GetType().GetProperty("Value") is { } inner && inner.PropertyType == typeof(Guid) => inner.GetValue(
                    value
                ),
                Enum value => value.ToString(),
                var value => value,
            };
        }

        return fields;
    }

    private async Task<List<object>> RowsAsync<T>(IProperty owner, PersonId person, CancellationToken cancellationToken)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var column = Expression.Call(typeof(EF), nameof(EF.Property), [owner.ClrType], row, Expression.Constant(owner.Name));
        var mine = Expression.Lambda<Func<T, bool>>(Expression.Equal(column, Expression.Constant(person)), row);
        return [.. await db.Set<T>().AsNoTracking().Where(mine).ToListAsync(cancellationToken)];
    }
}
