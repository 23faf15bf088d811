using System.Globalization;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Modules.Design.WriteBlock;

/// <summary>One block of the hour; changing its minutes re-times the rest, or takes them from another block.</summary>
public sealed class WriteBlockModel(ModuleReading reading, ModuleDesk desk, Words words) : DesignPage(reading, desk, words)
{
    private const string New = "new";
    private const int MinutesOfNew = 5;
    private readonly ModuleReading _reading = reading;
    private readonly Words _words = words;

    [BindProperty]
    public BlockInput Input { get; set; } = new();

    public ModuleBlock Block { get; private set; } = null!;

    public bool IsNew { get; private set; }

    public IReadOnlyList<Choice> Media { get; private set; } = [];

    public IEnumerable<Choice> Others =>
        Draft
            .Content.Blocks.Where(b => b.Id != Block.Id)
            .Select(b => new Choice(b.Id, string.Create(CultureInfo.InvariantCulture, $"{Say(b.Title)} ({b.Minutes})")));

    public async Task<IActionResult> OnGetAsync(Guid id, string block, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, block, cancellationToken))
        {
            return NotFound();
        }

        Input = BlockInput.Of(Block, Language, Stamp(Draft.Content));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string block, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, block, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var saved = await Desk.WriteAsync(
            Draft.ModuleId,
            draft => IsNew || Stamp(draft.Content) == Input.Stamp,
            content =>
                Input.WriteInto(
                    content,
                    IsNew ? Block with { Id = content.NewBlockId() } : content.Blocks.First(b => b.Id == block),
                    Language
                ),
            cancellationToken
        );
        var answer = await AnswerAsync(saved, ModulesLinks.Draft(Draft.ModuleId), cancellationToken);
        if (saved.Save == ModuleSave.Meanwhile)
        {
            if (!await FindAsync(id, block, cancellationToken))
            {
                return NotFound();
            }

            // What was typed stays; the next send is measured against what is there now.
            ModelState.Remove("Input.Stamp");
            Input = Input with { Stamp = Stamp(Draft.Content) };
        }

        return answer;
    }

    private async Task<bool> FindAsync(Guid id, string block, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return false;
        }

        IsNew = block == New;
        Block = IsNew
            ? new ModuleBlock
            {
                Id = Draft.Content.NewBlockId(),
                Minutes = MinutesOfNew,
                Kind = BlockKind.Other,
            }
            : Draft.Content.Blocks.FirstOrDefault(b => b.Id == block)!;
        Media =
        [
            .. (await _reading.MediaAsync(Draft.ModuleId, cancellationToken)).Select(m => new Choice(
                m.Id.Value.ToString(),
                m.Title,
                $"{_words[$"modules.media.{m.Kind}"]}, {LanguageNames.Of(m.Language)}"
            )),
        ];
        return Block is not null;
    }

    private string Stamp(ModuleContent content) => PartStamp.Of(content.Blocks.FirstOrDefault(b => b.Id == Block.Id));
}
