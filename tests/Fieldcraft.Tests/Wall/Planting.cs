using System.Runtime.CompilerServices;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Wall;

/// <summary>
/// Puts one row of everything that can hold a private text into the database for one owner, with a canary in every sealed column. It goes
/// by the model alone, so a table added tomorrow is planted tomorrow.
/// </summary>
public sealed class Planting
{
    private readonly Dictionary<Type, object> _keys = [];
    private readonly Dictionary<Type, HashSet<Type>> _above = [];

    /// <summary>The ids of what was planted, to be tried in every address.</summary>
    public IReadOnlyCollection<Guid> Ids => [.. _keys.Values.Select(IdOf)];

    /// <summary>Two ids for an address with two: a thing twice, a thing and a person, and a thing with whatever it hangs on before it.</summary>
    public IReadOnlyCollection<(Guid First, Guid Second)> Pairs =>
        [
            .. _keys
                .SelectMany(k =>
                    _above
                        .GetValueOrDefault(k.Key, [])
                        .Select(above => (First: IdOf(_keys[above]), Second: IdOf(k.Value)))
                        .Append((IdOf(k.Value), IdOf(k.Value)))
                        .Append((IdOf(k.Value), IdOf(_keys[typeof(Person)])))
                )
                .Distinct(),
        ];

    /// <summary>Every canary, by the column it sits in.</summary>
    public Dictionary<string, string> Canaries { get; } = new(StringComparer.Ordinal);

    private readonly List<(string Table, Guid Document)> _rows = [];

    /// <summary>What of it is not in the database any more.</summary>
    public Task<List<string>> MissingAsync(TestApp app) =>
        app.InDatabaseAsync(async db =>
        {
            var there = await db.KeyWraps.AsNoTracking().Select(w => w.DocumentId).ToListAsync();
            return _rows.Where(r => !there.Contains(r.Document)).Select(r => r.Table).ToList();
        });

    public static async Task<Planting> ForAsync(TestApp app, Person owner)
    {
        var planting = new Planting();
        await using var scope = app.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        planting._keys[typeof(Person)] = owner.Id;
        planting._keys[typeof(Unit)] = owner.UnitId!.Value;
        foreach (var type in InOrder(db.Model))
        {
            var parents = type.GetForeignKeys().Select(k => k.PrincipalEntityType.ClrType).Where(p => p != type.ClrType).ToList();
            planting._above[type.ClrType] = [.. parents, .. parents.SelectMany(p => planting._above.GetValueOrDefault(p, []))];
            await planting.PlantAsync(db, vault, type, owner.Id, app.Clock.GetUtcNow());
        }

        return planting;
    }

    private static Guid IdOf(object id) => id is Guid guid ? guid : (Guid)id.GetType().GetProperty("Value")!.GetValue(id)!;

    /// <summary>Tables with a sealed column and the tables they hang on, parents first.</summary>
    private static List<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        void Visit(IEntityType type)
        {
            if (ordered.Contains(type) || type.ClrType == typeof(Person) || type.ClrType == typeof(Unit))
            {
                return;
            }

            foreach (var key in type.GetForeignKeys().Where(k => k.PrincipalEntityType != type))
            {
                Visit(key.PrincipalEntityType);
            }

            ordered.Add(type);
        }

        foreach (var type in model.GetEntityTypes().Where(t => t.GetProperties().Any(p => p.ClrType == typeof(SealedText))))
        {
            Visit(type);
        }

        return ordered;
    }

    private async Task PlantAsync(FieldcraftDb db, Vault vault, IEntityType type, PersonId owner, DateTimeOffset now)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var entry = db.Entry(row);
        var document = Guid.CreateVersion7(now);
        foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty()))
        {
            entry.Property(property.Name).CurrentValue = ValueOf(property, type, owner, document, now);
        }

        _keys[type.ClrType] = type.FindPrimaryKey()!.Properties[0] is var key ? entry.Property(key.Name).CurrentValue! : document;
        var sealedIn = _keys[type.ClrType] is var id ? IdOf(id) : document;
        var sealer = await vault.SealerAsync(owner, sealedIn, CancellationToken.None);
        _rows.Add((type.ClrType.Name, sealedIn));
        foreach (var property in type.GetProperties().Where(p => p.ClrType == typeof(SealedText)))
        {
            var canary = $"canary-{type.ClrType.Name}-{property.Name}-{document:n}".ToLowerInvariant();
            Canaries[$"{type.ClrType.Name}.{property.Name}"] = canary;
            entry.Property(property.Name).CurrentValue = sealer.Seal(property.Name, canary);
        }

        if (row is IAggregate)
        {
            // The list of events was never made, because no constructor ran.
            type.ClrType.BaseType!.GetField("_events", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .SetValue(row, new List<DomainEvent>());
        }

        foreach (
            var list in type
                .ClrType.GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
                .Where(f => f.FieldType.IsGenericType && f.GetValue(row) is null)
        )
        {
            list.SetValue(row, Activator.CreateInstance(list.FieldType));
        }

        entry.State = EntityState.Added;
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private object? ValueOf(IProperty property, IEntityType type, PersonId owner, Guid document, DateTimeOffset now)
    {
        if (property.GetContainingForeignKeys().FirstOrDefault() is { } key)
        {
            return key.PrincipalEntityType == type ? null
                : key.PrincipalEntityType.ClrType == typeof(Person) ? owner
                : _keys.GetValueOrDefault(key.PrincipalEntityType.ClrType);
        }

        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return clr == typeof(SealedText) ? null
            : clr == typeof(Guid) ? document
            : clr.IsValueType && clr.GetProperty("Value")?.PropertyType == typeof(Guid) ? Activator.CreateInstance(clr, document)
            : clr == typeof(string) ? (property.IsNullable ? null : "x")
            : clr == typeof(byte[]) ? document.ToByteArray().Concat(document.ToByteArray()).ToArray()
            : clr == typeof(DateTimeOffset) ? (property.IsNullable ? null : now)
            : clr == typeof(DateOnly) ? (property.IsNullable ? null : DateOnly.FromDateTime(now.UtcDateTime))
            : clr == typeof(int) ? 1
            : clr.IsEnum ? Enum.GetValues(clr).GetValue(0)
            : Activator.CreateInstance(clr);
    }
}
