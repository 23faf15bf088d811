using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>Which end of the answers a team was drawn from.</summary>
public enum CaseSide
{
    /// <summary>Used with an effect.</summary>
    High,

    /// <summary>Not used, or without an effect yet.</summary>
    Low,
}

/// <summary>
/// The draw of Brinkerhoff's success cases: six teams from each end, by lot. The seed and the number drawn from are kept, so that anybody who has
/// the same answers draws the same teams.
/// </summary>
public sealed class CaseDraw : Aggregate<CaseDrawId>
{
    public const int Wanted = 6;

    /// <summary>Behind the six stand as many, in the order of the lot, for those who would rather not.</summary>
    public const int Reserves = 6;

    private CaseDraw(CaseDrawId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public long Seed { get; private set; }

    /// <summary>How many answers there were to draw from, high.</summary>
    public int FromHigh { get; private set; }

    /// <summary>How many answers there were to draw from, low.</summary>
    public int FromLow { get; private set; }
    public PersonId? DrawnById { get; private set; }
    public DateTimeOffset DrawnAt { get; private set; }

    /// <summary>Draws and asks. Refused: <c>case-draw-too-soon</c> before week 6, <c>case-draw-too-few</c> with fewer than five answers.</summary>
    /// <returns>The draw with its cases, the first six of each side asked.</returns>
    public static Outcome<(CaseDraw Draw, IReadOnlyList<SuccessCase> Cases)> Hold(
        CaseDrawId id,
        Module module,
        IReadOnlyCollection<TeamUse> answers,
        long seed,
        PersonId by,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (today < TeamUse.AskedFrom(module.WindowStart))
        {
            return new Refusal("case-draw-too-soon", TeamUse.AskedFrom(module.WindowStart));
        }

        if (answers.Count < TeamUse.ShownFrom)
        {
            return new Refusal("case-draw-too-few", TeamUse.ShownFrom);
        }

        var high = answers.Where(a => a.Answer == UseAnswer.UsedWithEffect).Select(a => a.LeaderId).ToList();
        var low = answers.Where(a => a.Answer != UseAnswer.UsedWithEffect).Select(a => a.LeaderId).ToList();
        var draw = new CaseDraw(id)
        {
            ModuleId = module.Id,
            Seed = seed,
            FromHigh = high.Count,
            FromLow = low.Count,
            DrawnById = by,
            DrawnAt = now,
        };
        draw.Happened(new CasesDrawn(by.Value, id.Value, now));
        List<SuccessCase> cases = [.. Cases(CaseSide.High, high), .. Cases(CaseSide.Low, low)];
        return (draw, cases);

        IEnumerable<SuccessCase> Cases(CaseSide side, IReadOnlyCollection<PersonId> teams) =>
            Order(seed, teams)
                .Take(Wanted + Reserves)
                .Select(
                    (leader, place) =>
                        SuccessCase.Draw(CaseId(id, leader, now), draw, leader, side, place + 1, isAsked: place < Wanted, now)
                );
    }

    /// <summary>The order of the lot: by the hash of seed and team, so that it depends on nothing else.</summary>
    public static IReadOnlyList<PersonId> Order(long seed, IEnumerable<PersonId> teams) =>
        [.. teams.OrderBy(t => Lot(seed, t), StringComparer.Ordinal).ThenBy(t => t)];

    private static string Lot(long seed, PersonId team) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{team.Value:n}"))));

    private static SuccessCaseId CaseId(CaseDrawId draw, PersonId leader, DateTimeOffset now)
    {
        // Version 7 like every id, with the lot in place of chance: drawing again makes the same rows.
        var id = Shared.Id.New<SuccessCaseId>(now).Value.ToByteArray(bigEndian: true);
        SHA256.HashData([.. draw.Value.ToByteArray(), .. leader.Value.ToByteArray()]).AsSpan(0, 10).CopyTo(id.AsSpan(6));
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return SuccessCaseId.From(new Guid(id, bigEndian: true));
    }
}
