using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
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
public sealed class WriteConditionModel(ConditionsReading reading, ConditionsDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public ConditionInput Input { get; set; } = new();

    public UnitConditions Unit { get; private set; } = null!;

    public string Topic { get; private set; } = "";

    /// <summary>What somebody else published meanwhile; the page shows both.</summary>
    public string? Theirs { get; private set; }

    public HeldCondition? Above => Unit.Above(Topic);

    public bool HasOwn => Unit.Own(Topic) is { Text.Length: > 0 };

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
        if (await desk.WriteAsync(viewer, Unit.Id, null, [wording], cancellationToken) == ConditionSave.Saved)
        {
            return this.Onward(ConditionsLinks.At(Unit.Id, topic), "conditions.flash.published");
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
        return true;
    }
}
