using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>What stands together on a planner and is kept together: a block of the session, or one of the frames around them.</summary>
public sealed record PlannerPart(string Name, string Block, IReadOnlyList<PlannerField> Fields)
{
    private const string BlockPrefix = "block-";
    private const int PrintLength = 16;

    public static readonly PlannerPart Session = new(
        "session",
        "",
        [PlannerField.Dates, PlannerField.Place, PlannerField.Participants, PlannerField.Room, PlannerField.Materials]
    );
    public static readonly PlannerPart Aims = new("aims", "", [PlannerField.Aims]);
    public static readonly PlannerPart Around = new("around", "", [PlannerField.Differently, PlannerField.Help]);
    public static readonly PlannerPart FollowUp = new("follow-up", "", [PlannerField.WeekOne, PlannerField.WeekTwo, PlannerField.WeekFour]);
    public static readonly PlannerPart Try = new("try", "", [PlannerField.TryWhat, PlannerField.TryOn, PlannerField.TrySeenBy]);

    public bool IsBlock => Block.Length > 0;

    public static PlannerPart Of(ModuleBlock block) =>
        new(
            BlockPrefix + block.Id,
            block.Id,
            block.IsLocked ? [.. PlannerFields.OfBlock.Where(f => f != PlannerField.Instead)] : PlannerFields.OfBlock
        );

    /// <summary>Every part in the order in which a leader comes to it: the blocks first, because own words for them are what the next step needs.</summary>
    public static IReadOnlyList<PlannerPart> Of(ModuleContent content) =>
        [.. content.Blocks.Select(Of), Session, Aims, Around, FollowUp, Try];

    public PlannerPlace At(PlannerField field) => new(field, Block);

    /// <summary>
    /// A short print of what the part says. A sheet holds many forms; with the version of the whole planner each would be stale as soon as its neighbour
    /// was kept, so a form carries the print of its own part.
    /// </summary>
    public string PrintOf(Func<PlannerField, string> text)
    {
        var all = string.Join('\u001f', Fields.Select(f => PlannerTexts.Tidy(text(f))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..PrintLength];
    }
}

public static class PlannerTexts
{
    /// <summary>As it is kept: one kind of line end, nothing around it.</summary>
    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
