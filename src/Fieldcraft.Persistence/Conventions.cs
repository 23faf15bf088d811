using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fieldcraft.Persistence;

/// <summary>What holds for every table, so that a mapping says only what is special about it.</summary>
internal static class Conventions
{
    private static readonly Type[] IdTypes =
    [
        .. typeof(IEntityId<>)
            .Assembly.GetTypes()
            .Concat(typeof(Conventions).Assembly.GetTypes())
            .Where(t =>
                t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>))
            ),
    ];

    public static void Configure(ModelConfigurationBuilder configuration, bool sqlite)
    {
        configuration.IgnoreAny<DomainEvent>();
        configuration.IgnoreAny<SessionStage>();
        foreach (var id in IdTypes)
        {
            configuration.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }

        configuration.Properties<SealedText>().HaveConversion<SealedTextConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40).AreUnicode(false);
        if (sqlite)
        {
            // SQLite has no instants; ticks in UTC keep order and precision.
            configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        }
        else
        {
            configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

            // A time on the clock of a place is no instant: it has no zone of its own.
            configuration.Properties<DateTime>().HaveColumnType("timestamp without time zone");
        }
    }

    /// <summary>Keys are made by the program; versions guard every aggregate; text has a length; every foreign key has an index.</summary>
    public static void Finish(ModelBuilder model, bool sqlite)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var primary = entity.FindPrimaryKey() ?? throw new InvalidOperationException($"{entity.ClrType.Name} needs a key.");
            foreach (var key in primary.Properties)
            {
                key.ValueGenerated = ValueGenerated.Never;
            }

            if (entity.ClrType.IsAssignableTo(typeof(IAggregate)))
            {
                entity.FindProperty(nameof(IAggregate.Version))!.IsConcurrencyToken = true;
            }

            foreach (
                var property in entity
                    .GetProperties()
                    .Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null && p.GetColumnType() is not "jsonb")
            )
            {
                if (property.FindAnnotation("Fieldcraft:LongText") is null)
                {
                    throw new InvalidOperationException($"{entity.ClrType.Name}.{property.Name} needs a length.");
                }
            }
        }

        if (!sqlite)
        {
            // Paths and user names are compared byte by byte, as on SQLite.
            foreach (
                var property in model
                    .Model.GetEntityTypes()
                    .SelectMany(e => e.GetProperties())
                    .Where(p => p.FindAnnotation("Fieldcraft:Ordinal") is not null)
            )
            {
                property.SetCollation("C");
            }
        }
    }

    internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make<TId>(value))
        where TId : struct, IEntityId<TId>;

    // Expression trees cannot call a static member of an interface.
    public static TId Make<TId>(Guid value)
        where TId : struct, IEntityId<TId> => TId.From(value);

    internal sealed class SealedTextConverter()
        : ValueConverter<SealedText, byte[]>(text => text.ToBytes(), bytes => SealedText.FromBytes(bytes));

    internal sealed class UtcTicksConverter()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
