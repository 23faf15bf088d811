using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Web.Features.Rollouts.Solving;

/// <summary>A session as a proposal has it.</summary>
public sealed record ProposedSession(
    Guid Site,
    Guid? Room,
    Guid Leader,
    DateTime Start,
    int Minutes,
    SessionPart Part,
    IReadOnlyList<Guid> People
)
{
    /// <summary>The row that it stands for where there is one already; what is locked keeps its own.</summary>
    public Guid? Kept { get; init; }
}

/// <summary>Somebody who has no session in it, and which limits bind.</summary>
public sealed record ProposedUncovered(Guid Person, Guid Site, bool IsUnreachable, IReadOnlyList<string> Limits, string Hint);

/// <summary>A single change at a site that would leave fewer out. The words are <c>rollouts.help.LEVER</c>.</summary>
/// <param name="Leader">Whose load or shifts would change, where it is a leader's.</param>
/// <param name="Value">What it would be set to, where it is a number.</param>
/// <param name="LeftOut">How many would still be left out; nought: it is enough.</param>
public sealed record ProposedHelp(Guid Site, string Lever, Guid? Leader, decimal? Value, int LeftOut);

/// <summary>What the engine found, as it is kept with the proposal.</summary>
public sealed record ProposalContent(
    IReadOnlyList<ProposedSession> Sessions,
    IReadOnlyList<ProposedUncovered> Uncovered,
    IReadOnlyList<ProposedHelp> Help,
    IReadOnlyList<Guid> Touched
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ProposalContent Read(string json) => JsonSerializer.Deserialize<ProposalContent>(json, Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
