using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Moves.WriteOption;

/// <summary>One option: a new one, or the wording of one that is there. Everything but a name can wait.</summary>
public sealed class WriteOptionModel(MovesReading reading, MovesDesk desk, Knowledge knowledge, Rules rules, Words words, Viewer viewer)
    : PageModel
{
    /// <summary>Stands in the address for an option that is not there yet.</summary>
    private const string New = "new";

    [BindProperty]
    public OptionInput Option { get; set; } = new();

    public OpenMoves Moves { get; private set; } = null!;

    /// <summary>The option as it is kept now; null for a new one.</summary>
    public MoveOption? Before { get; private set; }

    public bool Changed { get; private set; }

    public MoveKind Kind => Before?.Kind ?? MoveKind.Move;

    public async Task<IActionResult> OnGetAsync(Guid id, string? option, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, option, cancellationToken))
        {
            return NotFound();
        }

        Option = Before is { } before ? OptionInput.Of(before, Moves.Version) : new OptionInput { Version = Moves.Version };
        return Page();
    }

    /// <summary>Fills in what the chosen kind of work usually asks for; keeps nothing yet.</summary>
    public async Task<IActionResult> OnPostFillAsync(Guid id, string? option, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, option, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Option = knowledge.Archetype(Option.Archetype) is { } usual ? Option.Filled(usual) : Option;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? option, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, option, cancellationToken))
        {
            return NotFound();
        }

        if (Kind == MoveKind.Move && string.IsNullOrWhiteSpace(Option.Name))
        {
            ModelState.AddModelError("Option.Name", words["error.required"]);
        }

        if (!string.IsNullOrEmpty(Option.Archetype) && knowledge.Archetype(Option.Archetype) is null)
        {
            ModelState.AddModelError("Option.Archetype", words["error.wrong"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var written = Option.ToOption(Before?.Id ?? Guid.CreateVersion7().ToString("n"));
        return await EndAsync(
            await desk.ChangeAsync(viewer, Moves.Id, Option.Version, c => c.With(written, rules.Value), cancellationToken),
            id,
            option,
            "moves.flash.kept",
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostTakeAwayAsync(Guid id, string? option, int version, CancellationToken cancellationToken)
    {
        if (option is null or New || !await LoadAsync(id, option, cancellationToken))
        {
            return NotFound();
        }

        Option = OptionInput.Of(Before!, Moves.Version);
        ModelState.Clear();
        return await EndAsync(
            await desk.ChangeAsync(viewer, Moves.Id, version, c => c.Without(option), cancellationToken),
            id,
            option,
            "moves.flash.taken_away",
            cancellationToken
        );
    }

    private async Task<IActionResult> EndAsync(SaveResult saved, Guid id, string? option, string flash, CancellationToken cancellationToken)
    {
        switch (saved.End)
        {
            case SaveEnd.Saved:
                return this.Onward(MovesLinks.One(Moves.Id), flash);
            case SaveEnd.Refused:
                return this.Refused(saved.Refusal!);
            default:
                if (!await LoadAsync(id, option, cancellationToken))
                {
                    return NotFound();
                }

                (Changed, Option) = (true, Option with { Version = Moves.Version });
                ModelState.Clear();
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
    }

    private async Task<bool> LoadAsync(Guid id, string? option, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, MoveComparisonId.From(id), cancellationToken) is not { } moves)
        {
            return false;
        }

        (Moves, Before) = (moves, option is null or New ? null : moves.Content.Find(option));
        return option is null or New || Before is not null;
    }
}
