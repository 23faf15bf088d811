using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Staffing.Talks;

/// <summary>What a person says about themselves in a talk.</summary>
public sealed record EntryForm
{
    public StaffingColumn Column { get; init; }

    [MaxLength(EntryTexts.TextLength)]
    public string? Brings { get; init; }

    [MaxLength(EntryTexts.TextLength)]
    public string? WouldLearn { get; init; }

    [MaxLength(EntryTexts.TextLength)]
    public string? SupportNeeded { get; init; }

    public EntryTexts Texts() =>
        new()
        {
            Brings = Brings,
            WouldLearn = WouldLearn,
            SupportNeeded = SupportNeeded,
        };
}

/// <summary>One talk: the two columns for those who hold it, the own entry for everybody else.</summary>
public sealed class ReadTalkModel(StaffingReading reading, StaffingActions staffing, Knowledge knowledge, Viewer viewer) : PageModel
{
    [BindProperty]
    public EntryForm Input { get; set; } = new();

    public OpenTalk? Talk { get; private set; }

    public IReadOnlyList<OpenEntry> Entries { get; private set; } = [];

    public OpenEntry? Mine => Entries.FirstOrDefault(e => e.IsMine);

    public Archetype? Archetype => knowledge.Archetype(Talk!.Archetype);

    public IReadOnlyList<OpenEntry> In(StaffingColumn column) => [.. Entries.Where(e => e.Column == column)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Mine is { } mine)
        {
            Input = new EntryForm
            {
                Column = mine.Column,
                Brings = mine.Texts.Brings,
                WouldLearn = mine.Texts.WouldLearn,
                SupportNeeded = mine.Texts.SupportNeeded,
            };
        }

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

        var isNew = Mine is null;
        Outcome? outcome = await staffing.EnterAsync(viewer, TalkId.From(id), Input.Column, Input.Texts(), 0, cancellationToken);
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(StaffingLinks.Talk(TalkId.From(id)), isNew ? "staffing.flash.entered" : "stories.flash.saved"),
        };
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellationToken) =>
        await staffing.LeaveAsync(viewer, TalkId.From(id), cancellationToken)
            ? this.Onward(StaffingLinks.List, "staffing.flash.left")
            : NotFound();

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) =>
        await staffing.EndAsync(viewer, TalkId.From(id), cancellationToken)
            ? this.Onward(StaffingLinks.List, "staffing.flash.ended")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Talk = await reading.FindAsync(viewer, TalkId.From(id), cancellationToken);
        if (Talk is null)
        {
            return false;
        }

        Entries = await reading.EntriesAsync(viewer, Talk.Id, cancellationToken);
        return true;
    }
}
