using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Strategy.WorkingSessions.TakeOver;

/// <summary>A line with what was typed and ticked about it.</summary>
/// <param name="Tick">The name of its tick: many can be taken over, but there is one crux.</param>
public sealed record SaidRow(SaidLine Line, string Tick, bool IsTicked, RowText Text, RowText WillNot)
{
    public string Id => Line.Id.Value.ToString("D");
}

/// <summary>A text of a line as it stands in the form.</summary>
public sealed record RowText(string Name, string Text, string? Error);

/// <summary>What was shown in a working session, with a tick for each that goes into the strategy.</summary>
public sealed class TakeOverModel(StrategySessions sessions, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public List<Guid> Take { get; set; } = [];

    /// <summary>The sentence chosen as the crux; null leaves it as it is.</summary>
    [BindProperty]
    public Guid? Crux { get; set; }

    /// <summary>The words of a line, by its answer.</summary>
    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = [];

    /// <summary>What is given up for a policy, by its answer.</summary>
    [BindProperty]
    public Dictionary<string, string?> WillNots { get; set; } = [];

    public SaidSession Said { get; private set; } = null!;

    public string CruxNow =>
        Said.The(StrategyKind.Diagnosis)?.Sheet["crux"] is { Length: > 0 } crux
            ? words["strategy.sessions.crux.is", crux]
            : words["strategy.sessions.crux.none"];

    /// <summary>The parts of which something was shown, each with its lines.</summary>
    public IEnumerable<(SessionPart Part, List<SaidRow> Rows)> Parts =>
        StrategySession.Parts.Select(p => (p, Said.Lines.Where(l => l.Part == p).Select(RowOf).ToList())).Where(p => p.Item2.Count > 0);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var items = Said
            .Lines.Where(l => Take.Contains(l.Id.Value) || Crux == l.Id.Value)
            .Select(l => new TakenOver(l.Id, Typed(Texts, l.Id), Typed(WillNots, l.Id)))
            .ToList();
        if (items.Count == 0)
        {
            ModelState.AddModelError("", words["strategy.sessions.none_ticked"]);
        }

        foreach (var (answer, problem) in StrategySessions.Problems(Said, items))
        {
            ModelState.AddModelError(NameOf(problem.Path == "willNot" ? nameof(WillNots) : nameof(Texts), answer), Say(answer, problem));
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var taken = await sessions.TakeOverAsync(viewer, Said, items, cancellationToken);
        if (taken.Refusal is { } refusal)
        {
            // What went in before the refusal is no longer offered.
            return await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound();
        }

        return this.Onward(StrategyLinks.TakeOver(Said.Session.Id), "strategy.sessions.flash.taken");
    }

    /// <summary>What stands in a field, also nothing; null where the form has no such field.</summary>
    private static string? Typed(Dictionary<string, string?> texts, SessionAnswerId answer) =>
        texts.TryGetValue(answer.Value.ToString("D"), out var typed) ? typed ?? "" : null;

    private static string NameOf(string texts, SessionAnswerId answer) => $"{texts}[{answer.Value:D}]";

    private string Say(SessionAnswerId answer, InputProblem problem) =>
        problem.Code switch
        {
            InputProblems.Missing => words["error.required"],
            "too-long" => words["error.too_long", "", LengthOf(answer, problem.Path)],
            _ => words["error.wrong"],
        };

    private int LengthOf(SessionAnswerId answer, string path)
    {
        var part = Said.Lines.First(l => l.Id == answer).Part;
        return path == "willNot" ? StrategyForms.Policy.Find(path)!.Length : part.Length;
    }

    private SaidRow RowOf(SaidLine line) =>
        new(
            line,
            line.Part.Kind == StrategyKind.Diagnosis ? nameof(Crux) : nameof(Take),
            Take.Contains(line.Id.Value) || Crux == line.Id.Value,
            TextOf(nameof(Texts), line.Id, line.Text),
            TextOf(nameof(WillNots), line.Id, line.WillNot)
        );

    private RowText TextOf(string texts, SessionAnswerId answer, string said)
    {
        var name = NameOf(texts, answer);
        var entry = ModelState[name];
        return new RowText(
            name,
            entry?.AttemptedValue ?? said,
            entry?.ValidationState == ModelValidationState.Invalid ? entry.Errors[0].ErrorMessage : null
        );
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(viewer, LiveSessionId.From(id), cancellationToken) is not { } said)
        {
            return false;
        }

        Said = said;
        return true;
    }
}
