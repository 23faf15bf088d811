using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Own;

public sealed record NoticedInput
{
    [MaxLength(LeaderReadiness.NoticedLength)]
    public string? ToDo { get; init; }

    [MaxLength(LeaderReadiness.NoticedLength)]
    public string? Otherwise { get; init; }

    [MaxLength(LeaderReadiness.NoticedLength)]
    public string? ToAsk { get; init; }

    public int Version { get; init; }
}

/// <summary>What a leader noticed in the preview, saved as it is typed; sealed to them alone.</summary>
public sealed class WriteNoticedModel(ReadinessDesk desk, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty]
    public NoticedInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What another tab saved meanwhile.</summary>
    public Noticed? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.NoticedAsync(viewer, ModuleId.From(Id), cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Input = new NoticedInput
        {
            ToDo = now.ToDo,
            Otherwise = now.Otherwise,
            ToAsk = now.ToAsk,
            Version = now.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var module = ModuleId.From(Id);
        var noticed = new Noticed(Input.ToDo ?? "", Input.Otherwise ?? "", Input.ToAsk ?? "", Input.Version);
        if (await desk.WriteNoticedAsync(viewer, module, noticed, cancellationToken) is not { } written)
        {
            return NotFound();
        }

        if (written.Refusal is { Code: "readiness-changed-meanwhile" })
        {
            return await MeanwhileAsync(module, cancellationToken);
        }

        return written.Refusal is { } refusal ? this.Refused(refusal)
            : Request.IsAutosave() ? this.Saved(clock.GetUtcNow(), written.Value)
            : this.Onward(ReadinessLinks.Mine(module), "ready.flash.saved");
    }

    private async Task<IActionResult> MeanwhileAsync(ModuleId module, CancellationToken cancellationToken)
    {
        if (await desk.NoticedAsync(viewer, module, cancellationToken) is not { } theirs)
        {
            return NotFound();
        }

        if (Request.IsAutosave())
        {
            return new JsonResult(
                new
                {
                    theirs = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["Input.ToDo"] = theirs.ToDo,
                        ["Input.Otherwise"] = theirs.Otherwise,
                        ["Input.ToAsk"] = theirs.ToAsk,
                    },
                    version = theirs.Version,
                }
            )
            {
                StatusCode = StatusCodes.Status409Conflict,
            };
        }

        Theirs = theirs;
        Input = Input with { Version = theirs.Version };
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
