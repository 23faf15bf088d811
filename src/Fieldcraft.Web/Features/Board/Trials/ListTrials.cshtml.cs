using Fieldcraft.Domain.Board;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Trials;

/// <summary>Trials of which the viewer told their manager, and those of which they were told.</summary>
public sealed class ListTrialsModel(TrialNotices reading, Viewer viewer, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenTrial> Trials { get; private set; } = [];

    public TrialNoticeId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? TrialNoticeId.From(id) : (TrialNoticeId?)null;
        var trials = await reading.ListAsync(viewer, after, TrialNotices.PageSize + 1, cancellationToken);
        Trials = [.. trials.Take(TrialNotices.PageSize)];
        More = trials.Count > TrialNotices.PageSize ? Trials[^1].Id : null;
    }

    /// <summary>The manager's answer, or the person's to a concern.</summary>
    public bool IsDue(OpenTrial trial) => trial.IsDue || trial is { IsMine: true, State: TrialState.Concern };

    public string StateOf(OpenTrial trial) => TrialWords.State(trial, words);

    public string About(OpenTrial trial) =>
        string.Join(
            " · ",
            new[]
            {
                trial.IsMine
                    ? trial.Manager is { } manager
                        ? words["board.trial.told_to", manager]
                        : words["board.trial.no_manager"]
                    : words["board.trial.told_by", trial.Person],
                TrialWords.Time(trial.Facts, words),
            }
        );
}

internal static class TrialWords
{
    /// <summary>"agreed by silence", "open until 3 March 2027".</summary>
    public static string State(OpenTrial trial, Words words) =>
        trial.IsAgreed && trial.AgreedBy is { } by ? words[$"board.trial.agreed.{by}"]
        : trial is { State: TrialState.Told, RunsUntil: { } day } ? words["board.trial.runs", words.Day(day)]
        : words[$"board.trial.{trial.State}"];

    public static string Time(TrialFacts facts, Words words) =>
        words["board.time", BoardWords.Hours(facts.HoursAWeek, words), words.Day(facts.FromOn!.Value), words.Day(facts.UntilOn!.Value)];
}
