using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Embedding;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Modules.Design.ShowDraft;

/// <summary>What a button beside a block does.</summary>
public enum Arrangement
{
    Up,
    Down,
    Remove,
}

/// <summary>The draft: the hour block by block, its other parts, what is missing. Without a draft, the way to start one.</summary>
public sealed class ShowDraftModel(ModuleReading reading, ModuleDesk desk, ProgrammeReading programmes, LookBackDesk lookBacks, Words words)
    : DesignPage(reading, desk, words)
{
    private readonly ModuleReading _reading = reading;
    private readonly Words _words = words;

    [BindProperty]
    public Guid? Like { get; set; }

    public new OpenModule Open { get; private set; } = null!;

    public new ModuleDraft? Draft { get; private set; }

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public int Pilots { get; private set; }

    /// <summary>What the last programme taught, while nothing of this module is written yet.</summary>
    public LastLessons? Last { get; private set; }

    public string Stamp => PartStamp.Of(Draft!.Content.Blocks.Select(b => b.Id).ToList());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken cancellationToken)
    {
        // A draft that is there already is what was wanted, whoever started it.
        var started = await Desk.StartAsync(
            ModuleId.From(id),
            Like is { } like ? ModuleId.From(like) : null,
            _words.Language,
            cancellationToken
        );
        return started is null ? NotFound() : this.Onward(ModulesLinks.Draft(ModuleId.From(id)));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string block, string stamp, Arrangement? how, CancellationToken cancellationToken)
    {
        if (how is not { } arrangement || !Enum.IsDefined(arrangement) || !await ReadAsync(id, cancellationToken) || Draft is null)
        {
            return NotFound();
        }

        var saved = await Desk.WriteAsync(
            ModuleId.From(id),
            draft => PartStamp.Of(draft.Content.Blocks.Select(b => b.Id).ToList()) == stamp,
            content =>
                arrangement switch
                {
                    Arrangement.Up => content.Moved(block, -1),
                    Arrangement.Down => content.Moved(block, 1),
                    _ => content.Without(block),
                },
            cancellationToken
        );
        if (saved.Save != ModuleSave.Saved)
        {
            await ReadAsync(id, cancellationToken);
        }

        return await AnswerAsync(saved, ModulesLinks.Draft(ModuleId.From(id)), cancellationToken);
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken))
        {
            (Open, Draft) = (base.Open, base.Draft);
            Missing = [.. (await Desk.MissingAsync(base.Draft, cancellationToken)).Select(Sentence)];
            Pilots = (await Desk.PilotsAsync(base.Draft.ModuleId, cancellationToken)).Count;
            return true;
        }

        if (await _reading.FindAsync(ModuleId.From(id), cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        Last = await lookBacks.LastAsync(open.Module.ProgrammeId, cancellationToken);
        Others =
        [
            .. (await programmes.GoingOnAsync(cancellationToken))
                .Where(m => m.IsPublished && m.Id != open.Id)
                .Select(m => new Choice(m.Id.Value.ToString(), _words["programmes.module.named", m.Number, m.Title])),
        ];
        return true;
    }
}
