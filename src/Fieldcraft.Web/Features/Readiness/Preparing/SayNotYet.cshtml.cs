using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Preparing;

public sealed record NotYetInput
{
    [Required]
    public DateOnly? Expected { get; init; }

    public Guid? Deputy { get; init; }
}

/// <summary>"Not yet": what others will see of it stands before the choice (DOMAIN 15.10).</summary>
public sealed class SayNotYetModel(LeadersReading leaders, ReadinessDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public NotYetInput Input { get; set; } = new();

    public PreparedModule Module { get; private set; } = null!;

    public IReadOnlyList<Choice> Deputies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

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

        var said = new NotYet(Input.Expected!.Value, Input.Deputy is { } deputy ? PersonId.From(deputy) : null);
        foreach (var problem in await desk.NotYetProblemsAsync(viewer, Module, said, cancellationToken))
        {
            ModelState.AddModelError(
                problem.Path == "expected" ? "Input.Expected" : "Input.Deputy",
                words[$"ready.{problem.Path}.wrong", words.Day(Module.Module.WindowStart), words.Day(Module.Module.WindowEnd)]
            );
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.SayNotYetAsync(viewer, Module.Id, said, cancellationToken) is not { } done ? NotFound()
            : done.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(ReadinessLinks.Mine(Module.Id), "ready.flash.not_yet");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await leaders.ModuleAsync(viewer, ModuleId.From(id), cancellationToken) is not { ReachesViewer: true } module
            || !viewer.HasReports
        )
        {
            return false;
        }

        Module = module;
        Deputies =
        [
            .. (await desk.DeputiesAsync(viewer, module, cancellationToken)).Select(d => new Choice(
                d.Id.Value.ToString(),
                $"{d.Name}, {d.JobTitle}"
            )),
        ];
        return true;
    }
}
