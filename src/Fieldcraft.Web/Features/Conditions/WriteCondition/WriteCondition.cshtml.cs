using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conditions.WriteCondition;

/// <summary>What the form of one question sends.</summary>
public sealed record ConditionInput
{
    [MaxLength(Condition.TextLength)]
    public string? Text { get; init; }

    /// <summary>The version that was changed; 0 where the unit said nothing yet.</summary>
    public int Version { get; init; }
}

/// <summary>One of the eight questions, answered for a unit. It is published by its button, not while typing: everybody below reads it.</summary>
public sealed class WriteConditionModel(ConditionsReading reading, ConditionsDesk desk, StatingConditions stating, Viewer viewer)
    : PageModel
{
    [BindProperty]
    public ConditionInput Input { get; set; } = new();

    /// <summary>The piece of the strategy because of which it is said; null where nobody came from one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    public StrategyEntry? Diagnosis { get; private set; }

    public UnitConditions Unit { get; private set; } = null!;

    public string Topic { get; private set; } = "";

    /// <summary>What somebody else published meanwhile; the page shows both.</summary>
    public string? Theirs { get; private set; }

    public HeldCondition? Above => Unit.Above(Topic);

    public bool HasOwn => Unit.Own(Topic) is { Text.Length: > 0 };

    /// <summary>Where it was begun.</summary>
    public string Back => Diagnosis is { } diagnosis ? StrategyLinks.One(diagnosis.Id) : ConditionsLinks.At(Unit.Id, Topic);

    public int Number => ConditionTopics.System.TakeWhile(t => t != Topic).Count() + 1;

    public async Task<IActionResult> OnGetAsync(Guid id, string topic, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, topic, cancellationToken))
        {
            return NotFound();
        }

        Input = new ConditionInput { Text = Unit.Own(topic)?.Text, Version = Unit.Own(topic)?.Version ?? 0 };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string topic, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, topic, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var wording = new ConditionWording(topic, Input.Text, Input.Version);
        var saved = Diagnosis is { } diagnosis
            ? await stating.StateAsync(viewer, diagnosis, wording, cancellationToken)
            : await desk.WriteAsync(viewer, Unit.Id, null, [wording], cancellationToken);
        if (saved == ConditionSave.Saved)
        {
            return this.Onward(Back, "conditions.flash.published");
        }

        await LoadAsync(id, topic, cancellationToken);
        Theirs = Unit.Own(topic)?.Text ?? "";
        ModelState.Clear();
        Input = Input with { Version = Unit.Own(topic)?.Version ?? 0 };
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, string topic, CancellationToken cancellationToken)
    {
        if (
            !ConditionTopics.System.Contains(topic)
            || await reading.FindAsync(UnitId.From(id), cancellationToken) is not { } unit
            || !viewer.MayWriteConditions(unit.Id, unit.Path)
        )
        {
            return false;
        }

        (Unit, Topic) = (unit, topic);
        Diagnosis = From is { } from ? await stating.FindAsync(viewer, StrategyEntryId.From(from), cancellationToken) : null;
        return From is null || Diagnosis?.UnitId == unit.Id;
    }
}
