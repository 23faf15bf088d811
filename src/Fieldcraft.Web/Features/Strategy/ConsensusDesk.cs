using System.Globalization;
using System.Security.Cryptography;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>The votes of an organisation, the newest first, and whether the viewer gave theirs in the one that is open.</summary>
public sealed record ConsensusView(IReadOnlyList<ConsensusVote> Votes, bool HasVoted)
{
    public ConsensusVote? Open => Votes.FirstOrDefault(v => v.IsOpen);

    public IEnumerable<ConsensusVote> Revealed => Votes.Where(v => !v.IsOpen);
}

/// <summary>Votes privately whether the leaders agree that learning matters, and shows all votes at one moment.</summary>
public sealed class ConsensusDesk(FieldcraftDb db, Vault vault, Rules rules, TimeProvider clock)
{
    private const int Shown = 12;

    public async Task<ConsensusView> LookAsync(Viewer viewer, UnitId unit, CancellationToken cancellationToken)
    {
        var votes = await db
            .ConsensusVotes.AsNoTracking()
            .Where(v => v.UnitId == unit)
            .OrderByDescending(v => v.OpenedAt)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        var open = votes.Find(v => v.IsOpen);
        return new ConsensusView(votes, open is not null && await HasVotedAsync(viewer, open, cancellationToken));
    }

    /// <summary>Opens a vote. Null for who does not steer learning. Refused: <c>vote-open</c>.</summary>
    public async Task<Outcome<ConsensusVote>?> OpenAsync(Viewer viewer, Unit unit, CancellationToken cancellationToken)
    {
        if (!viewer.MayWrite(StrategyKind.Policy, unit.Id, unit.Path))
        {
            return null;
        }

        if (await db.ConsensusVotes.AnyAsync(v => v.UnitId == unit.Id && v.RevealedAt == null, cancellationToken))
        {
            return new Refusal("vote-open");
        }

        var now = clock.GetUtcNow();
        var round = RandomId();
        var vote = ConsensusVote.Open(Id.New<ConsensusVoteId>(now), unit.Id, round, now);
        await vault.NewGroupRoundAsync(vote.Id.Value, round, cancellationToken);
        db.Add(vote);
        await db.SaveChangesAsync(cancellationToken);
        return vote;
    }

    /// <summary>Votes once. Null where there is no open vote, or the viewer does not lead. Refused: <c>vote-given</c>.</summary>
    public async Task<Outcome?> VoteAsync(Viewer viewer, ConsensusVoteId id, int value, CancellationToken cancellationToken)
    {
        if (
            !viewer.TakesStances()
            || value is < ConsensusVote.Least or > ConsensusVote.Most
            || await db.ConsensusVotes.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id && v.RevealedAt == null, cancellationToken)
                is not { RoundId: { } name }
            || await vault.GroupRoundAsync(id.Value, name, cancellationToken) is not { } round
        )
        {
            return null;
        }

        var mark = round.Answered(viewer.PersonId.Value);
        return await db.WriteAsync<Outcome?>(
            async () =>
            {
                await db.HoldAsync(id, cancellationToken);
                if (!await db.ConsensusVotes.AnyAsync(v => v.Id == id && v.RevealedAt == null, cancellationToken))
                {
                    return null;
                }

                if (await db.ConsensusBallots.AnyAsync(b => b.VoteId == id && b.Mark == mark, cancellationToken))
                {
                    return new Refusal("vote-given");
                }

                var content = round.Answers.Seal(nameof(ConsensusBallot.Content), value.ToString(CultureInfo.InvariantCulture));
                db.Add(new ConsensusBallot(RandomNumberGenerator.GetBytes(16), id, mark, content));
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken
        );
    }

    /// <summary>Shows how all votes fell, and forgets them. Null for who does not steer learning. Refused as <see cref="ConsensusVote.Reveal"/>.</summary>
    public async Task<Outcome?> RevealAsync(Viewer viewer, Unit unit, ConsensusVoteId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayWrite(StrategyKind.Policy, unit.Id, unit.Path))
        {
            return null;
        }

        Guid? ended = null;
        var outcome = await db.WriteAsync<Outcome?>(
            async () =>
            {
                await db.HoldAsync(id, cancellationToken);
                if (
                    await db.ConsensusVotes.FirstOrDefaultAsync(v => v.Id == id && v.UnitId == unit.Id, cancellationToken)
                    is not { RoundId: { } name } vote
                )
                {
                    return null;
                }

                var round = await vault.GroupRoundAsync(id.Value, name, cancellationToken);
                var ballots = await db.ConsensusBallots.AsNoTracking().Where(b => b.VoteId == id).ToListAsync(cancellationToken);
                var votes =
                    round?.OpenForClosing(ballots.Select(b => b.Content)).Select(v => int.Parse(v, CultureInfo.InvariantCulture)) ?? [];
                var outcome = vote.Reveal([.. votes], rules.MinimumSizes.PulseAndCheckScores, clock.GetUtcNow());
                if (outcome.IsDone)
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await db.ConsensusBallots.Where(b => b.VoteId == id).ExecuteDeleteAsync(cancellationToken);
                    ended = name;
                }

                return outcome;
            },
            cancellationToken
        );
        if (ended is { } secret)
        {
            await vault.DestroyRoundAsync(secret, cancellationToken);
        }

        return outcome;
    }

    private async Task<bool> HasVotedAsync(Viewer viewer, ConsensusVote vote, CancellationToken cancellationToken)
    {
        if (await vault.GroupRoundAsync(vote.Id.Value, vote.RoundId!.Value, cancellationToken) is not { } round)
        {
            return false;
        }

        var (id, mark) = (vote.Id, round.Answered(viewer.PersonId.Value));
        return await db.ConsensusBallots.AnyAsync(b => b.VoteId == id && b.Mark == mark, cancellationToken);
    }

    private static Guid RandomId() => new(RandomNumberGenerator.GetBytes(16));
}
