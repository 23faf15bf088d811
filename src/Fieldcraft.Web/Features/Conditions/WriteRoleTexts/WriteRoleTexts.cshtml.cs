using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conditions.WriteRoleTexts;

/// <summary>What the form of a role sends.</summary>
public sealed record RoleInput
{
    [Required, MaxLength(DirectoryFacts.JobTitleLength)]
    public string JobTitle { get; init; } = "";

    [MaxLength(Condition.TextLength)]
    public string? Description { get; init; }

    [MaxLength(Condition.TextLength)]
    public string? Expectations { get; init; }

    public int DescriptionVersion { get; init; }

    public int ExpectationsVersion { get; init; }
}

/// <summary>The two texts about a role: what the job description says about leading, and what is expected of whoever holds it.</summary>
public sealed class WriteRoleTextsModel(ConditionsReading reading, ConditionsDesk desk, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Title { get; set; }

    [BindProperty]
    public RoleInput Input { get; set; } = new();

    public UnitConditions Unit { get; private set; } = null!;

    /// <summary>Job titles of people here for which nothing is written yet.</summary>
    public IReadOnlyList<string> Suggested { get; private set; } = [];

    public IReadOnlyList<string> Theirs { get; private set; } = [];

    public bool IsChosen => !string.IsNullOrWhiteSpace(Title);

    private string TitleKey => FoldedName.Of(Title ?? "");

    public HeldCondition? Above(string topic) => IsChosen ? Unit.Above(topic, TitleKey) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        List<ConditionWording> wordings =
        [
            new(ConditionTopics.JobDescription, Input.Description, Input.DescriptionVersion),
            new(ConditionTopics.RoleExpectations, Input.Expectations, Input.ExpectationsVersion),
        ];
        if (await desk.WriteAsync(viewer, Unit.Id, Input.JobTitle, wordings, cancellationToken) == ConditionSave.Saved)
        {
            return this.Onward(ConditionsLinks.Of(Unit.Id), "conditions.flash.published");
        }

        Title = Input.JobTitle;
        await LoadAsync(id, cancellationToken);
        Theirs = [.. ConditionTopics.Role.Select(t => Unit.Own(t, TitleKey)?.Text).OfType<string>().Where(t => t.Length > 0)];
        ModelState.Clear();
        Input = Input with
        {
            DescriptionVersion = Unit.Own(ConditionTopics.JobDescription, TitleKey)?.Version ?? 0,
            ExpectationsVersion = Unit.Own(ConditionTopics.RoleExpectations, TitleKey)?.Version ?? 0,
        };
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private void Fill()
    {
        var (description, expectations) = (
            Unit.Own(ConditionTopics.JobDescription, TitleKey),
            Unit.Own(ConditionTopics.RoleExpectations, TitleKey)
        );
        Input = new RoleInput
        {
            JobTitle = Title ?? "",
            Description = IsChosen ? description?.Text : null,
            Expectations = IsChosen ? expectations?.Text : null,
            DescriptionVersion = IsChosen ? description?.Version ?? 0 : 0,
            ExpectationsVersion = IsChosen ? expectations?.Version ?? 0 : 0,
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(UnitId.From(id), cancellationToken) is not { } unit || !viewer.MayWriteConditions(unit.Id, unit.Path))
        {
            return false;
        }

        Unit = unit;
        if (!IsChosen)
        {
            var titles = await reading.JobTitlesInAsync(unit.Path, cancellationToken);
            Suggested = [.. titles.Where(t => !unit.JobTitles.Contains(t, StringComparer.OrdinalIgnoreCase))];
        }

        return true;
    }
}
