using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Planners;

/// <summary>One text of a planner in its place. It stays when the module drops the block: nothing that was written goes by itself.</summary>
public sealed class PlannerText
{
    private PlannerText() { }

    internal PlannerText(PlannerId planner, PersonId owner, PlannerPlace place, SealedText text, DateTimeOffset now)
    {
        (PlannerId, OwnerId, Block, Field) = (planner, owner, place.Block, place.Field);
        (Text, ChangedAt) = (text, now);
    }

    public PlannerId PlannerId { get; private set; }
    public PersonId OwnerId { get; private set; }

    /// <summary>The id of a block; empty for the session as a whole.</summary>
    public string Block { get; private set; } = "";
    public PlannerField Field { get; private set; }
    public SealedText Text { get; private set; } = null!;
    public DateTimeOffset ChangedAt { get; private set; }

    public PlannerPlace Place => new(Field, Block);

    internal void Rewrite(SealedText text, DateTimeOffset now) => (Text, ChangedAt) = (text, now);
}
