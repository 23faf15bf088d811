using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses.Own;

/// <summary>A pulse: while it runs, how to reach people; closed, its result in a unit, with a guide for the team's talk and what came of it.</summary>
public sealed class ReadPulseModel(
    PulseReading reading,
    PulseDesk desk,
    PulseTalks talks,
    TableFiles files,
    FieldcraftDb db,
    Viewer viewer,
    Settings settings,
    Words words,
    Rules rules,
    TimeProvider clock
) : PageModel
{
    public PulseLine Line { get; private set; } = null!;

    public PulseResult? Result { get; private set; }

    /// <summary>The result in words.</summary>
    public PulseSheets Sheets => new(Result!, words);

    public bool IsRepresentative => Result?.IsRepresentative(rules.Pulses) == true;

    public bool MayClose { get; private set; }

    /// <summary>Units whose codes the viewer can print.</summary>
    public IReadOnlyList<Unit> CodeUnits { get; private set; } = [];

    public string KioskAddress => settings.PublicAddress + PulsesLinks.Kiosk;

    public PulseTalk? Talk { get; private set; }

    public bool MayTalk { get; private set; }

    [BindProperty, MaxLength(PulseTalk.TextLength)]
    public string? Action { get; set; }

    [BindProperty, MaxLength(PulseTalk.TextLength)]
    public string? LookBack { get; set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? unit, CancellationToken cancellationToken) =>
        !await LoadAsync(id, unit, cancellationToken) ? NotFound()
        : Result is null ? Page()
        : await files.AnswerAsync(this, "pulse", Sheets.ForPrograms, Sheets.ForPeople, cancellationToken);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.CloseAsync(viewer, PulseId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            _ => this.Onward(PulsesLinks.One(PulseId.From(id)), "pulses.flash.closed"),
        };

    public async Task<IActionResult> OnPostTalkAsync(Guid id, Guid? unit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, unit, cancellationToken) || Result is null || !MayTalk)
        {
            return NotFound();
        }

        var text = Talk is null ? Action : LookBack;
        if (string.IsNullOrWhiteSpace(text))
        {
            ModelState.AddModelError(Talk is null ? nameof(Action) : nameof(LookBack), words["error.required"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Talk is { } held)
        {
            await talks.LookBackAsync(viewer, held.Id, text!, cancellationToken);
        }
        else
        {
            await talks.HoldAsync(viewer, Line.Pulse.Id, Result.Unit, text!, cancellationToken);
        }

        return this.Onward(PulsesLinks.Of(Line.Pulse.Id, Result.Unit.Id), "strategy.flash.kept");
    }

    private async Task<bool> LoadAsync(Guid id, Guid? unit, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(PulseId.From(id), cancellationToken) is not { } line
            || !viewer.MayReadFigures(line.Path, await reading.OwnPathAsync(viewer, cancellationToken))
        )
        {
            return false;
        }

        (Line, MayClose) = (line, line.Pulse.IsOpen && viewer.MayRunPulses(line.Path));
        if (line.Pulse.IsOpen)
        {
            var led = viewer.Leads.Select(l => l.Id).ToList();
            var (top, path, all) = (line.Pulse.UnitId, line.Path, viewer.MayHandOutCodes(line.Path));
            CodeUnits = await db
                .Units.AsNoTracking()
                .Where(u => (led.Contains(u.Id) && u.Path.StartsWith(path)) || (all && u.Id == top))
                .OrderBy(u => u.Path.Length)
                .ThenBy(u => u.NameKey)
                .ToListAsync(cancellationToken);
            return true;
        }

        Result = await reading.ResultAsync(viewer, line.Pulse.Id, unit is { } u ? UnitId.From(u) : null, cancellationToken);
        if (Result is not { } result)
        {
            return false;
        }

        MayTalk = viewer.Leads.Any(l => l.Id == result.Unit.Id) || viewer.MayRunPulses(result.Unit.Path);
        Talk = await talks.FindAsync(line.Pulse.Id, result.Unit.Id, cancellationToken);
        return true;
    }
}
