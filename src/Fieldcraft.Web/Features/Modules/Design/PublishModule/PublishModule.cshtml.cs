using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Modules.Design.PublishModule;

/// <summary>What is missing, what changed, how long the trials took; then the draft is published, or discarded.</summary>
public sealed class PublishModuleModel(ModuleReading reading, ModuleDesk desk, Words words) : DesignPage(reading, desk, words)
{
    private readonly Words _words = words;

    [BindProperty, MaxLength(ModuleEdition.NoteLength)]
    public string? Note { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public IReadOnlyList<ModulePilot> Pilots { get; private set; } = [];

    public IReadOnlyList<string> Since { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAllAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Version = Draft.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAllAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await Desk.PublishAsync(ModuleId.From(id), Version, Note, cancellationToken);

        // Sent twice, it is published all the same.
        return outcome is { Refusal.Code: "module-published" }
            ? this.Onward(ModulesLinks.Module(ModuleId.From(id)))
            : await AnswerAsync(outcome, id, "modules.flash.published", cancellationToken);
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await Desk.DiscardAsync(ModuleId.From(id), Version, cancellationToken),
            id,
            "modules.flash.discarded",
            cancellationToken
        );

    private async Task<IActionResult> AnswerAsync(Outcome? outcome, Guid id, string flash, CancellationToken cancellationToken)
    {
        if (outcome is not { } answered)
        {
            return NotFound();
        }

        if (answered.IsDone)
        {
            return this.Onward(ModulesLinks.Module(ModuleId.From(id)), flash);
        }

        if (!await LoadAllAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        Version = Draft.Version;
        return this.Refused(answered.Refusal!);
    }

    private async Task<bool> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return false;
        }

        Missing = [.. (await Desk.MissingAsync(Draft, cancellationToken)).Select(Sentence)];
        Pilots = await Desk.PilotsAsync(Draft.ModuleId, cancellationToken);
        Since = Open.Content is { } inUse ? [.. inUse.Differences(Draft.Content).Select(d => Word(d, inUse))] : [];
        return true;
    }

    private string Word(ModuleDifference difference, ModuleContent inUse) =>
        difference.Part == ModulePart.Block
            ? _words[
                difference.IsNew ? "modules.since.block_new"
                : difference.IsGone ? "modules.since.block_gone"
                : "modules.since.block",
                Say(Draft.Content.Blocks.Concat(inUse.Blocks).First(b => b.Id == difference.Block).Title)
            ]
            : _words[$"modules.since.{difference.Part}"];
}
