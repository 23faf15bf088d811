using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>
/// What is written into one part of a plan, in plain text. Pages and the API bind to these, so that lengths and needs are said once.
/// </summary>
public interface IWording
{
    /// <summary>What has to be mended before it can be kept; empty when nothing has.</summary>
    IReadOnlyList<InputProblem> Problems();
}

/// <summary>The head of a plan: what it is called, why it is worth it, from when to when and with how much time.</summary>
public sealed record FrameWording : IWording
{
    [Required, MaxLength(Lengths.Title)]
    public string? Title { get; init; }

    [MaxLength(Lengths.Paragraph)]
    public string? Why { get; init; }

    /// <summary>What changes in the assignment itself so that there is room for it (DOMAIN 4.8).</summary>
    [MaxLength(Lengths.Paragraph)]
    public string? Change { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }

    /// <summary>Minutes a week the person wants to give; null when not yet said (DOMAIN 4.7).</summary>
    [Range(0, Lengths.MinutesAWeekAtMost)]
    public int? MinutesAWeek { get; init; }

    /// <summary>When the weekly look back happens, in the person's words.</summary>
    [MaxLength(Lengths.Line)]
    public string? ReflectionSlot { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Texts.Required("title", Title, Lengths.Title),
            .. Texts.Optional("why", Why, Lengths.Paragraph),
            .. Texts.Optional("change", Change, Lengths.Paragraph),
            .. InputProblems.Outside("minutesAWeek", MinutesAWeek, 0, Lengths.MinutesAWeekAtMost),
            .. Texts.Optional("reflectionSlot", ReflectionSlot, Lengths.Line),
        ];
}

public sealed record GoalWording : IWording
{
    [Required, MaxLength(Lengths.Line)]
    public string? Text { get; init; }

    /// <summary>What others will see when it goes well, one sign a line.</summary>
    [MaxLength(Lengths.Paragraph)]
    public string? Signs { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [.. Texts.Required("text", Text, Lengths.Line), .. Texts.Optional("signs", Signs, Lengths.Paragraph)];
}

/// <summary>A plain step: needs no experiment and no capability (PRODUCT 0.9).</summary>
public sealed record StepWording : IWording
{
    [Required, MaxLength(Lengths.Line)]
    public string? Text { get; init; }
    public DateOnly? DueOn { get; init; }
    public bool Done { get; init; }

    public IReadOnlyList<InputProblem> Problems() => [.. Texts.Required("text", Text, Lengths.Line)];
}

public sealed record BehaviourWording : IWording
{
    /// <summary>One observable behaviour that starts with a verb (DOMAIN 4.3).</summary>
    [Required, MaxLength(PlanRules.LongestBehaviour)]
    public string? Text { get; init; }

    /// <summary>An id of <c>content/capabilities.json</c>, or nothing yet.</summary>
    public string? Capability { get; init; }

    [MaxLength(Lengths.Paragraph)]
    public string? Why { get; init; }

    /// <summary>How it is now, with what shows it and how sure that is.</summary>
    [MaxLength(Lengths.Paragraph)]
    public string? StartingPicture { get; init; }

    [MaxLength(Lengths.Paragraph)]
    public string? Signs { get; init; }

    [MaxLength(Lengths.Line)]
    public string? If { get; init; }

    [MaxLength(Lengths.Line)]
    public string? Then { get; init; }

    /// <summary>Who helps with this, and what each does.</summary>
    [MaxLength(Lengths.Paragraph)]
    public string? Support { get; init; }

    [MaxLength(Lengths.Paragraph)]
    public string? Obstacle { get; init; }

    [MaxLength(Lengths.Paragraph)]
    public string? CounterMove { get; init; }

    /// <summary>Keeps the text as it stands although it reads like a quality (<see cref="ObservableBehaviour"/>).</summary>
    public bool KeepAsWritten { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Texts.Required("text", Text, PlanRules.LongestBehaviour),
            .. Texts.Optional("capability", Capability, Lengths.Title),
            .. Texts.Optional("why", Why, Lengths.Paragraph),
            .. Texts.Optional("startingPicture", StartingPicture, Lengths.Paragraph),
            .. Texts.Optional("signs", Signs, Lengths.Paragraph),
            .. IfThen.Problems("if", If, "then", Then),
            .. Texts.Optional("support", Support, Lengths.Paragraph),
            .. Texts.Optional("obstacle", Obstacle, Lengths.Paragraph),
            .. Texts.Optional("counterMove", CounterMove, Lengths.Paragraph),
        ];
}

/// <summary>Somebody who supports the plan, and what they do.</summary>
public sealed record SupporterWording : IWording
{
    [Required, MaxLength(Lengths.Title)]
    public string? Who { get; init; }

    [MaxLength(Lengths.Line)]
    public string? Does { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [.. Texts.Required("who", Who, Lengths.Title), .. Texts.Optional("does", Does, Lengths.Line)];
}

public enum SourceKind
{
    Person,
    Link,
    Course,
}

/// <summary>Something or somebody to learn from, in addition to the work (DOMAIN 4.8).</summary>
public sealed record SourceWording : IWording
{
    public SourceKind Kind { get; init; }

    [Required, MaxLength(Lengths.Line)]
    public string? Text { get; init; }

    /// <summary>An http or https address; only that becomes a link.</summary>
    [MaxLength(Lengths.Address)]
    public string? Address { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Texts.Required("text", Text, Lengths.Line),
            .. Texts.Optional("address", Address, Lengths.Address),
            .. IsWebAddress(Address) ? Array.Empty<InputProblem>() : [new InputProblem("address", "not-a-web-address")],
        ];

    private static bool IsWebAddress(string? address) =>
        string.IsNullOrWhiteSpace(address)
        || (
            Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        );
}

/// <summary>What I need from my manager: the one part that is made to be shared alone (DOMAIN 4.8).</summary>
public sealed record ManagerNeedsWording : IWording
{
    [MaxLength(Lengths.Page)]
    public string? Text { get; init; }

    public IReadOnlyList<InputProblem> Problems() => [.. Texts.Optional("text", Text, Lengths.Page)];
}

/// <summary>A part of the work that would be an opportunity for somebody else, and whether they were asked.</summary>
public sealed record OpportunityWording : IWording
{
    [MaxLength(Lengths.Paragraph)]
    public string? Text { get; init; }

    [MaxLength(Lengths.Title)]
    public string? Who { get; init; }
    public DateOnly? OfferedOn { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [.. Texts.Optional("text", Text, Lengths.Paragraph), .. Texts.Optional("who", Who, Lengths.Title)];
}

/// <summary>When to stop or change the plan.</summary>
public sealed record StopRuleWording : IWording
{
    [MaxLength(Lengths.Paragraph)]
    public string? Text { get; init; }

    public IReadOnlyList<InputProblem> Problems() => [.. Texts.Optional("text", Text, Lengths.Paragraph)];
}
