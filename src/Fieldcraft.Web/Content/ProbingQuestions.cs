namespace Fieldcraft.Web.Content;

/// <summary>One of the 58 questions for a talk with an internal customer (DOMAIN 6.4). Its text and its purpose are words.</summary>
public sealed record ProbingQuestion(string Id, string Purpose)
{
    public string TextWord => $"probing.{Id}";

    public static string PurposeWordOf(string purpose) => $"probing.purpose.{purpose}";
}

/// <summary>All of them, in the order of DOMAIN 6.4.</summary>
public sealed class ProbingQuestions
{
    private readonly Dictionary<string, ProbingQuestion> _byId;

    public ProbingQuestions(IReadOnlyList<ProbingQuestion> all) =>
        (All, _byId) = (all, all.ToDictionary(q => q.Id, StringComparer.Ordinal));

    public IReadOnlyList<ProbingQuestion> All { get; }

    public ProbingQuestion? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public ProbingQuestion this[string id] => _byId[id];
}
