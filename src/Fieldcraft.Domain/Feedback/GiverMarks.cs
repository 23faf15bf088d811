using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Feedback;

/// <summary>Keyed hashes by which the same giver is known again: of the name, and of the address where there is one.</summary>
public sealed record GiverMarks(byte[] Name, byte[]? Address)
{
    /// <summary>A name or address as it is marked: the same person however it was typed.</summary>
    public static string Normalise(string nameOrAddress) =>
        string.Join(
            ' ',
            nameOrAddress
                .Normalize(System.Text.NormalizationForm.FormKC)
                .ToLowerInvariant()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>Two addresses tell people of one name apart; otherwise the name decides.</summary>
    public bool IsSamePersonAs(GiverMarks other) =>
        Address is not null && other.Address is not null
            ? Address.AsSpan().SequenceEqual(other.Address)
            : Name.AsSpan().SequenceEqual(other.Name);
}

/// <summary>A request made before, as far as the next one depends on it.</summary>
public sealed record EarlierRequest(GiverMarks Giver, DateTimeOffset AskedAt);

/// <summary>How often one person may be asked (DOMAIN 4.5).</summary>
public static class AskingLimit
{
    /// <summary>When the giver can be asked again: null when now, otherwise the first moment at which it is possible.</summary>
    public static DateTimeOffset? NextPossible(
        IEnumerable<EarlierRequest> earlier,
        GiverMarks giver,
        FeedbackRules rules,
        DateTimeOffset now
    )
    {
        var again = earlier
            .Where(e => e.Giver.IsSamePersonAs(giver))
            .Select(e => (DateTimeOffset?)e.AskedAt.AddDays(rules.SameGiverEveryDays))
            .Max();
        return again > now ? again : null;
    }
}
