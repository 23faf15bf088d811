using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>What the end of every form of a plan needs to know.</summary>
public interface IPartForm
{
    string Address { get; }
    string Version { get; }
    bool IsNew { get; }
    bool IsRow { get; }
    bool StandsAlone { get; }
    string Back { get; }
    Refusal? Refusal { get; }
}

/// <summary>One form of a plan, on the plan's page or alone.</summary>
public sealed record PartForm<TText> : IPartForm
{
    public required OpenPlan Plan { get; init; }
    public required PlanPart Part { get; init; }
    public PlanItemId? Row { get; init; }

    /// <summary>A row that is not written yet; its id is made beforehand, so that sending it twice makes one row.</summary>
    public bool IsNew { get; init; }
    public required TText Input { get; init; }
    public required string Version { get; init; }
    public Refusal? Refusal { get; init; }

    /// <summary>Alone at its own address, not folded into the page of the plan.</summary>
    public bool StandsAlone { get; init; }

    public string Address => PlansLinks.Part(Plan.Id, Part, Row);

    public bool IsRow => Row is not null;

    public string Back => PlansLinks.Place(Plan.Id, Part);

    /// <summary>Tells the forms of one page apart.</summary>
    public string Key => Row is { } row ? $"{PlansLinks.NameOf(Part)}-{row.Value:n}" : PlansLinks.NameOf(Part);

    /// <summary>The ids of its controls; alone they keep their plain names, which the error summary links to.</summary>
    public string? IdPrefix => StandsAlone ? null : Key + "-";
}
