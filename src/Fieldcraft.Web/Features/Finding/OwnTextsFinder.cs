using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Features.Journal;
using Fieldcraft.Web.Features.Opportunities;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Finding;

/// <summary>
/// The viewer's own private texts: the newest of each kind are opened and looked through, because no index of them exists. A session that may not open
/// them finds none.
/// </summary>
internal sealed class OwnTextsFinder(FieldcraftDb db, Vault vault, Words words, TimeProvider clock) : IFinder
{
    /// <summary>So many of each kind are opened. The journal's own search goes on to the end.</summary>
    public const int Opened = 150;

    private const int AboutLength = 140;
    private static readonly char[] Ends = ['\n', '.', ';', ',', ':', '?', '!', '(', ')', '"', '“', '”', '–', '/', '-'];

    public async Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken)
    {
        if (viewer.SealedAccess(clock.GetUtcNow()) != SealedAccess.Open)
        {
            return [];
        }

        var texts = await OwnAsync(viewer, cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, texts.SelectMany(t => t.Texts), cancellationToken);
        return
        [
            .. texts
                .Select(t =>
                    (Own: t, Opened: t.Texts.OfType<SealedText>().Where(unlocked.Opens).SelectMany(x => t.Read(unlocked.Open(x))).ToList())
                )
                .Where(t => t.Opened.Exists(text => Holds(text, needle)))
                .GroupBy(t => t.Own.KindWord)
                .SelectMany(g => g.Take(atMost))
                .Select(t => ShownAs(t.Own, t.Opened, needle)),
        ];
    }

    /// <summary>The text around the first place where it holds the needle.</summary>
    public static string Around(string text, string needle)
    {
        // Folding may change the length of a text, so that the place is looked for in the text as it is, and the beginning shown otherwise.
        var at = Math.Max(0, $" {text}".IndexOf($" {needle}", StringComparison.CurrentCultureIgnoreCase));
        var from = Math.Max(0, at - (AboutLength / 3));
        var part = text[from..Math.Min(text.Length, from + AboutLength)].ReplaceLineEndings(" ").Trim();
        return $"{(from > 0 ? "… " : "")}{part}{(from + AboutLength < text.Length ? " …" : "")}";
    }

    /// <summary>
    /// Whether a word of the text begins with the needle. Folding keeps the first two hundred letters only, so that a long text is folded in pieces.
    /// </summary>
    public static bool Holds(string text, string needle) =>
        text.Split(Ends, StringSplitOptions.RemoveEmptyEntries)
            .Any(piece => $" {FoldedName.Of(piece)}".Contains($" {needle}", StringComparison.Ordinal));

    private static Found ShownAs(Own own, List<string> opened, string needle) =>
        own.Title is { } title
            ? new Found(own.KindWord, title, own.Address, Around(opened[0], needle))
            : new Found(
                own.KindWord,
                opened[0],
                own.Address,
                opened.Skip(1).FirstOrDefault(t => Holds(t, needle)) is { } t ? Around(t, needle) : null
            );

    private async Task<List<Own>> OwnAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var assignments = await db
            .Assignments.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(a => a.Id)
            .Take(Opened)
            .Select(a => new Own("search.kind.assignment", AssignmentsLinks.One(a.Id), new[] { a.Title, a.Context }, null))
            .ToListAsync(cancellationToken);
        var plans = await db
            .Plans.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(p => p.Id)
            .Take(Opened)
            .Select(p => new Own("search.kind.plan", PlansLinks.Plan(p.Id), new[] { p.Title }, null))
            .ToListAsync(cancellationToken);
        var experiments = await db
            .Experiments.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(e => e.Id)
            .Take(Opened)
            .Select(e => new Own("search.kind.experiment", ExperimentsLinks.Experiment(e.Id), new[] { e.What, e.Situation }, null))
            .ToListAsync(cancellationToken);
        var reviews = await db
            .Reviews.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(r => r.Id)
            .Take(Opened)
            .Select(r => new Own("search.kind.review", ReviewsLinks.Review(r.Id), new[] { r.Event, r.WhatHappened }, null))
            .ToListAsync(cancellationToken);
        var entries = await db
            .JournalEntries.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(e => e.WrittenAt)
            .ThenByDescending(e => e.Id)
            .Take(Opened)
            .Select(e => new
            {
                e.Id,
                e.Text,
                e.WrittenAt,
            })
            .ToListAsync(cancellationToken);
        var statements = await db
            .GrowthStatements.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(s => s.WrittenAt)
            .ThenByDescending(s => s.Id)
            .Take(Opened)
            .Select(s => new { s.Kind, s.Text })
            .ToListAsync(cancellationToken);
        var book = await db
            .ProviderEntries.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(e => e.Id)
            .Take(Opened)
            .Select(e => new
            {
                e.Id,
                e.Kind,
                e.Written,
            })
            .ToListAsync(cancellationToken);
        var opportunities = await db
            .Opportunities.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(o => o.Id)
            .Take(Opened)
            .Select(o => new Own("search.kind.opportunity", OpportunitiesLinks.One(o.Id), new[] { o.Written }, null) { IsSheet = true })
            .ToListAsync(cancellationToken);
        return
        [
            .. book.Select(e => new Own($"search.kind.{e.Kind}", OpportunitiesLinks.Entry(e.Kind, e.Id), [e.Written], null)
            {
                IsSheet = true,
            }),
            .. opportunities,
            .. assignments,
            .. plans,
            .. experiments,
            .. reviews,
            .. entries.Select(e => new Own("search.kind.entry", JournalLinks.Entry(e.Id), [e.Text], words.Moment(e.WrittenAt))),
            .. statements.Select(s => new Own(
                "search.kind.statement",
                GrowthLinks.Statement(s.Kind),
                [s.Text],
                words[s.Kind == StatementKind.Become ? "growth.become" : "growth.do"]
            )),
        ];
    }

    /// <summary>One thing of the viewer's own; its title is its first text unless one is given.</summary>
    private sealed record Own(string KindWord, string Address, IReadOnlyList<SealedText?> Texts, string? Title)
    {
        /// <summary>Whether a text is a sheet of boxes, which are looked through one by one.</summary>
        public bool IsSheet { get; init; }

        public IEnumerable<string> Read(string text) => IsSheet ? SheetJson.Read(text).Said.Values : [text];
    }
}
