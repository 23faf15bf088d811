using System.Linq.Expressions;
using System.Reflection;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fieldcraft.Web.Running;

/// <summary>What a look over the data found.</summary>
public sealed record DataReport(int SealedTexts, IReadOnlyList<string> Findings);

/// <summary>Checks that the file is whole and that every sealed text has a wrap for its owner and its owner a key.</summary>
internal static class DataCheck
{
    private static readonly MethodInfo TextsMethod = typeof(DataCheck).GetMethod(
        nameof(TextsAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    public static async Task<DataReport> RunAsync(FieldcraftDb db, KeyStore keys, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        if (db.IsSqlite)
        {
            findings.AddRange(
                (
                    await db
                        .Database.SqlQueryRaw<string>("select integrity_check as Value from pragma_integrity_check")
                        .ToListAsync(cancellationToken)
                ).Where(l => l != "ok")
            );
        }

        var wraps = (await db.KeyWraps.AsNoTracking().Select(w => new { w.DocumentId, w.ReaderId }).ToListAsync(cancellationToken))
            .Select(w => (w.DocumentId, w.ReaderId))
            .ToHashSet();
        var people = await keys.PeopleAsync(cancellationToken);
        var count = 0;
        foreach (var type in db.Model.GetEntityTypes())
        {
            foreach (var property in type.GetProperties().Where(p => p.ClrType == typeof(SealedText) && !IsSealedToRound(p)))
            {
                var texts = await (Task<List<SealedText>>)
                    TextsMethod.MakeGenericMethod(type.ClrType).Invoke(null, [db, property, cancellationToken])!;
                count += texts.Count;
                var column = $"{type.GetTableName()}.{property.Name}";
                var lost = texts.Count(t => !wraps.Contains((t.Document, t.Owner)));
                var keyless = texts.Where(t => !people.Contains(t.Owner)).Select(t => t.Owner).Distinct().Count();
                if (lost > 0)
                {
                    findings.Add($"{column}: {lost} texts have no key for their owner.");
                }

                if (keyless > 0)
                {
                    findings.Add(
                        $"{column}: {keyless} owners have no key in the key store. Restore it with bin/fieldcraft keys restore FILE."
                    );
                }
            }
        }

        return new DataReport(count, findings);
    }

    /// <summary>Such a text has no wrap: nobody is meant to open it.</summary>
    private static bool IsSealedToRound(IProperty property) =>
        property.FindAnnotation(PrivacyAnnotations.PrivacyKey)?.Value is Privacy.Round;

    private static async Task<List<SealedText>> TextsAsync<T>(FieldcraftDb db, IProperty property, CancellationToken cancellationToken)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var column = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(SealedText)], row, Expression.Constant(property.Name));
        var texts = await db.Set<T>()
            .AsNoTracking()
            .Select(Expression.Lambda<Func<T, SealedText?>>(column, row))
            .ToListAsync(cancellationToken);
        return [.. texts.OfType<SealedText>()];
    }
}
