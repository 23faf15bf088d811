using System.Linq.Expressions;
using Fieldcraft.Domain.Shared;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence;

/// <summary>Who may learn what a column holds. Every column has one; docs/private-fields.md lists them all.</summary>
public enum Privacy
{
    /// <summary>Anybody signed in may see it.</summary>
    Public,

    /// <summary>Pages show it only through an access rule; who opens the database file can read it.</summary>
    Guarded,

    /// <summary>Encrypted with a key of its owner.</summary>
    Sealed,

    /// <summary>A hash or a wrapped key: of no use without something that is not in this database.</summary>
    Secret,

    /// <summary>Sealed to a round: nobody opens it, the person it is about and their export included. It goes when the round closes.</summary>
    Round,
}

/// <summary>Why a column may be used. There is no purpose called appraisal, and no way to add data for one.</summary>
public enum DataPurpose
{
    Directory,
    SignIn,
    Development,
    Running,
}

public static class PrivacyAnnotations
{
    public const string PrivacyKey = "Fieldcraft:Privacy";
    public const string PurposeKey = "Fieldcraft:Purpose";

    public static EntityTypeBuilder<T> Purpose<T>(this EntityTypeBuilder<T> entity, DataPurpose purpose)
        where T : class
    {
        entity.Metadata.SetAnnotation(PurposeKey, purpose);
        return entity;
    }

    public static EntityTypeBuilder<T> Public<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> columns)
        where T : class => entity.Classify(columns, Persistence.Privacy.Public);

    public static EntityTypeBuilder<T> Guarded<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> columns)
        where T : class => entity.Classify(columns, Persistence.Privacy.Guarded);

    public static EntityTypeBuilder<T> Secret<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> columns)
        where T : class => entity.Classify(columns, Persistence.Privacy.Secret);

    /// <summary>Sealed to a round and not to a person; see <see cref="Persistence.Privacy.Round"/>.</summary>
    public static EntityTypeBuilder<T> SealedToRound<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> columns)
        where T : class => entity.Classify(columns, Persistence.Privacy.Round);

    private static EntityTypeBuilder<T> Classify<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> columns, Privacy privacy)
        where T : class
    {
        foreach (var name in NamesIn(columns.Body))
        {
            entity.Metadata.FindProperty(name)!.SetAnnotation(PrivacyKey, privacy);
        }

        return entity;
    }

    private static IEnumerable<string> NamesIn(Expression body) =>
        body switch
        {
            NewExpression made => made.Arguments.SelectMany(NamesIn),
            UnaryExpression { NodeType: ExpressionType.Convert } converted => NamesIn(converted.Operand),
            MemberExpression member => [member.Member.Name],
            _ => throw new ArgumentException($"Name columns as x => x.A or x => new {{ x.A, x.B }}, not {body}.", nameof(body)),
        };
}
