using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Own;

public sealed record BlockRow(TimedBlock Block, Comfort? Comfort);

public sealed record QuestionRow(int Place, string Text, string Answer, bool IsMarked);

/// <summary>Comfort with each block, in words, and what to rehearse. Sealed to the leader and the coach they let in.</summary>
public sealed class MarkComfortModel(LeadersReading leaders, PreparationReading reading, ComfortDesk desk, Viewer viewer) : PageModel
{
    private Dictionary<PersonId, string?> _facilitators = [];

    [BindProperty]
    public Dictionary<string, Comfort> Blocks { get; set; } = [];

    [BindProperty]
    public List<int> Marked { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public PreparedModule Module { get; private set; } = null!;

    public PreparationLine? Coaching { get; private set; }

    /// <summary>Who reads it besides the leader.</summary>
    public string? CoachName { get; private set; }

    public IReadOnlyList<BlockRow> Rows { get; private set; } = [];

    public IReadOnlyList<QuestionRow> Questions { get; private set; } = [];

    public IReadOnlyList<(TimedBlock Block, Comfort Comfort)> Rehearsal { get; private set; } = [];

    public string Say(LocalText text) => text.In(viewer.Language, Module.Content.Language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var open = await OpenAsync(cancellationToken);
        Version = open.Version;
        Show(open.Marks);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var marks = new ComfortMarks(Module.Module.EditionId, Blocks, [.. Marked.Distinct().Order()]);
        Show(marks);
        if (!ModelState.IsValid || marks.Problems(Module.Content).Count > 0)
        {
            await OpenAsync(cancellationToken);
            return this.Again();
        }

        if (await desk.MarkAsync(viewer, Module, marks, Version, cancellationToken) is not { } marked)
        {
            return NotFound();
        }

        if (marked.Refusal is { } refusal)
        {
            ModelState.Clear();
            Version = (await OpenAsync(cancellationToken)).Version;
            return this.Refused(refusal);
        }

        return this.Onward(ReadinessLinks.Comfort(Module.Id), "ready.flash.saved");
    }

    public Task<IActionResult> OnPostShowAsync(Guid id, CancellationToken cancellationToken) =>
        SwitchAsync(id, desk.ShowToCoachAsync(viewer, ModuleId.From(id), cancellationToken), "ready.flash.coach_reads");

    public Task<IActionResult> OnPostHideAsync(Guid id, CancellationToken cancellationToken) =>
        SwitchAsync(id, desk.HideFromCoachAsync(viewer, ModuleId.From(id), cancellationToken), "ready.flash.coach_shut");

    private async Task<IActionResult> SwitchAsync(Guid id, Task<Outcome?> work, string flash) =>
        await work is null ? NotFound() : this.Onward(ReadinessLinks.Comfort(ModuleId.From(id)), flash);

    private async Task<OpenComfort> OpenAsync(CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(viewer, Module.Id, cancellationToken);
        CoachName = open.Coach is { } coach ? _facilitators.GetValueOrDefault(coach) : null;
        return open;
    }

    private void Show(ComfortMarks marks)
    {
        Rows =
        [
            .. Module.Content.Timed().Select(t => new BlockRow(t, marks.Blocks.TryGetValue(t.Block.Id, out var comfort) ? comfort : null)),
        ];
        Questions =
        [
            .. Module.Content.Questions.Select((q, i) => new QuestionRow(i, Say(q.Question), Say(q.Answer), marks.Questions.Contains(i))),
        ];
        Rehearsal = marks.Rehearsal(Module.Content);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await leaders.ModuleAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return false;
        }

        var groups = (await reading.OfModuleAsync(viewer, module.Id, cancellationToken))
            .Where(e => e.Kind == PreparationKind.Coaching && e.State != PreparationState.Cancelled)
            .ToList();
        if (!(viewer.HasReports && module.ReachesViewer) && groups.All(e => e.Mine is null))
        {
            return false;
        }

        Module = module;
        Coaching = groups.FirstOrDefault(e => e.IsOpenToMe) ?? groups.LastOrDefault(e => e.Mine == PreparationSeatState.Attended);
        _facilitators = groups
            .Where(e => e.FacilitatorId is not null)
            .DistinctBy(e => e.FacilitatorId)
            .ToDictionary(e => e.FacilitatorId!.Value, e => e.Facilitator);
        return true;
    }
}
