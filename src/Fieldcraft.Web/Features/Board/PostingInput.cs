using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Board;

namespace Fieldcraft.Web.Features.Board;

/// <summary>What the form of a posting sends, the same for page and API.</summary>
public sealed record PostingInput
{
    public PostingKind Kind { get; init; } = PostingKind.Need;

    [Required, MaxLength(PostingWording.TitleLength)]
    public string Title { get; init; } = "";

    [Required, MaxLength(PostingWording.LongLength)]
    public string WhyItMatters { get; init; } = "";

    [Required, MaxLength(PostingWording.LongLength)]
    public string GoodEnd { get; init; } = "";

    public List<string> Challenges { get; init; } = [];

    [Range(0, PostingWording.HoursAtMost)]
    public int HoursAWeek { get; init; }

    public DateOnly? FromOn { get; init; }

    [Required]
    public DateOnly? UntilOn { get; init; }

    [MaxLength(PostingWording.LongLength)]
    public string? Support { get; init; }

    [MaxLength(PostingWording.LongLength)]
    public string? OffThePlate { get; init; }

    /// <summary>A unit the poster leads; empty for their own.</summary>
    public Guid? Unit { get; init; }

    public static PostingInput Of(PostingWording wording) =>
        new()
        {
            Kind = wording.Kind,
            Title = wording.Title ?? "",
            WhyItMatters = wording.WhyItMatters ?? "",
            GoodEnd = wording.GoodEnd ?? "",
            Challenges = [.. wording.Challenges],
            HoursAWeek = wording.HoursAWeek,
            FromOn = wording.FromOn,
            UntilOn = wording.UntilOn,
            Support = wording.Support,
            OffThePlate = wording.OffThePlate,
        };

    public PostingWording Wording() =>
        new()
        {
            Kind = Kind,
            Title = Title,
            WhyItMatters = WhyItMatters,
            GoodEnd = GoodEnd,
            Challenges = Challenges,
            HoursAWeek = HoursAWeek,
            FromOn = FromOn,
            UntilOn = UntilOn,
            Support = Support,
            OffThePlate = OffThePlate,
        };

    /// <summary>A posting ends on a day that is still to come.</summary>
    public IReadOnlyList<Domain.Shared.InputProblem> Problems(DateOnly today) =>
        [
            .. Wording().Problems(),
            .. UntilOn < today
                ? [new Domain.Shared.InputProblem("untilOn", Domain.Shared.InputProblems.OutOfRange)]
                : Array.Empty<Domain.Shared.InputProblem>(),
        ];
}
