using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;

namespace Fieldcraft.Web.Content;

/// <summary>Whether a trigger question asks about the organisation or about the person (DOMAIN 1.7).</summary>
public enum QuestionScope
{
    System,
    Personal,
}

/// <summary>One of the 22 trigger questions. Its texts are words.</summary>
/// <param name="Feeds">The plan field it leads to (DOMAIN 15.1); its name is the word <c>planfield.FEEDS</c>.</param>
public sealed record TriggerQuestion(string Id, QuestionScope Scope, string Feeds)
{
    public string TextWord => $"question.{Id}.text";
    public string WhyWord => $"question.{Id}.why";
    public string ExampleWord => $"question.{Id}.example";
    public string ShortWord => $"question.{Id}.short";
    public string FeedsWord => $"planfield.{Feeds}";
}

/// <summary>A usual kind of assignment, with what it usually asks for (DOMAIN 1.5).</summary>
/// <param name="Interdependence">How far the result usually depends on others.</param>
/// <param name="Beside">Whether it can usually be done beside the present job.</param>
/// <param name="Weeks">How long it usually takes: our estimate, to choose by.</param>
/// <param name="Demands">All sixteen dimensions, 0–4, by id.</param>
public sealed record Archetype(
    string Id,
    Interdependence Interdependence,
    WorkPlace Place,
    bool Beside,
    int Weeks,
    IReadOnlyDictionary<string, int> Demands
)
{
    /// <summary>The word key of "something else", which is no archetype.</summary>
    public const string Free = "free";

    /// <summary>Leading people for the first time.</summary>
    public const string FirstSupervision = "first_supervision";

    public string NameWord => $"archetype.{Id}.name";
    public string SketchWord => $"archetype.{Id}.sketch";
}

/// <summary>What the product knows by heart, read once at the start and checked: a broken file stops the start, not a page.</summary>
public sealed class Knowledge
{
    private readonly Dictionary<string, TriggerQuestion> _questions;
    private readonly Dictionary<string, Archetype> _archetypes;

    /// <exception cref="FormatException">A list does not hold what the rules need; the message names it.</exception>
    public Knowledge(IReadOnlyList<TriggerQuestion> questions, IReadOnlyList<Archetype> archetypes)
    {
        if (archetypes.FirstOrDefault(a => ChallengeDimension.All.Any(d => !a.Demands.ContainsKey(d.Id))) is { } incomplete)
        {
            throw new FormatException($"archetypes.json: {incomplete.Id} lacks a dimension.");
        }

        Questions = questions;
        Archetypes = archetypes;
        _questions = questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        _archetypes = archetypes.ToDictionary(a => a.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of DOMAIN 1.7.</summary>
    public IReadOnlyList<TriggerQuestion> Questions { get; }

    /// <summary>In the order of DOMAIN 1.5.</summary>
    public IReadOnlyList<Archetype> Archetypes { get; }

    public TriggerQuestion? Question(string? id) => id is null ? null : _questions.GetValueOrDefault(id);

    public Archetype? Archetype(string? id) => id is null ? null : _archetypes.GetValueOrDefault(id);
}
