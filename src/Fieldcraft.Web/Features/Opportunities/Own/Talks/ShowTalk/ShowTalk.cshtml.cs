using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Opportunities.Own.Talks.ShowTalk;

/// <summary>The card of a talk, and below it the notes: made for a phone in the talk, saved while typing.</summary>
public sealed class ShowTalkModel(
    TalkDesk talks,
    CustomerLinks links,
    ProbingQuestions questions,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : BoxesPage(words, clock)
{
    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public bool AcrossUnits { get; set; }

    public OpenTalk Talk { get; private set; } = null!;

    public SentLinks Sent { get; private set; } = null!;

    public TriedSentence Tried { get; private set; } = null!;

    public override Sheet Kept => Talk.Sheet;

    public override int KeptVersion => Talk.Version;

    public IReadOnlyList<ProbingQuestion> Questions => [.. Talk.Questions.Select(questions.Find).OfType<ProbingQuestion>()];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (HeldOn, AcrossUnits) = (Talk.HeldOn, Talk.IsAcrossUnits);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!this.TakesIn(SheetForms.Talk, Boxes, Words, out var sheet))
        {
            return Mend();
        }

        // Whoever writes down what was said has held the talk; the day can be changed, and need not be typed.
        var notes = new TalkNotes(sheet, HeldOn ?? (sheet.Has("words") || sheet.Has("facts") ? Today : null), AcrossUnits);
        return await EndAsync(
            await talks.NoteAsync(viewer, Talk.Id, Version, SheetForms.Talk, notes, cancellationToken),
            () => LoadAsync(id, cancellationToken),
            OpportunitiesLinks.Talk(Talk.Id),
            "opportunities.flash.kept"
        );
    }

    /// <summary>Puts one question a place earlier.</summary>
    public async Task<IActionResult> OnPostEarlierAsync(Guid id, int place, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var order = Talk.Questions.ToList();
        if (place > 0 && place < order.Count)
        {
            (order[place - 1], order[place]) = (order[place], order[place - 1]);
            await talks.ChooseAsync(viewer, Talk.Id, Version, order, cancellationToken);
        }

        return this.Onward(OpportunitiesLinks.Talk(Talk.Id));
    }

    public async Task<IActionResult> OnPostTryAsync(Guid id, string? sentence, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (HeldOn, AcrossUnits) = (Talk.HeldOn, Talk.IsAcrossUnits);
        if (string.IsNullOrWhiteSpace(sentence) || sentence.Length > Reframing.LengthAtMost)
        {
            ModelState.AddModelError("Sentence", Words["error.required"]);
            return this.Again();
        }

        ModelState.Clear();
        Tried = TriedSentence.Of(Tried.Address, sentence, Words);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var removed = await talks.RemoveAsync(viewer, Talk.Id, Version, cancellationToken);
        return removed.End == SaveEnd.Saved
            ? this.Onward(OpportunitiesLinks.Customer(Talk.CustomerId), "opportunities.flash.removed")
            : await EndAsync(removed, () => LoadAsync(id, cancellationToken), "", "");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await talks.FindAsync(viewer, CustomerDialogueId.From(id), cancellationToken) is not { } talk)
        {
            return false;
        }

        Sent = new SentLinks(await links.ListAsync(viewer, talk.Id, cancellationToken), Now);
        (Talk, Tried) = (talk, TriedSentence.None($"{OpportunitiesLinks.Talk(talk.Id)}?handler=Try", Words));
        return true;
    }
}
