using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Alongside;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>What the form of an offer sends, the same for page and API. Only the first line is needed.</summary>
public sealed record OfferInput
{
    public OfferKind Kind { get; init; }

    [Required, MaxLength(OfferWording.WhatLength)]
    public string What { get; init; } = "";

    [MaxLength(OfferWording.ShortLength)]
    public string? When { get; init; }

    [MaxLength(OfferWording.ShortLength)]
    public string? Where { get; init; }

    [MaxLength(OfferWording.LongLength)]
    public string? HowICoach { get; init; }

    [MaxLength(OfferWording.LongLength)]
    public string? WhomItSuits { get; init; }

    [Range(1, OfferWording.GuestsAtMost)]
    public int Guests { get; init; } = 2;

    public DateOnly? UntilOn { get; init; }

    public string? Archetype { get; init; }

    public List<string> Capabilities { get; init; } = [];

    public static OfferInput Of(OfferWording wording) =>
        new()
        {
            Kind = wording.Kind,
            What = wording.What ?? "",
            When = wording.When,
            Where = wording.Where,
            HowICoach = wording.HowICoach,
            WhomItSuits = wording.WhomItSuits,
            Guests = wording.Guests,
            UntilOn = wording.UntilOn,
            Archetype = wording.Archetype,
            Capabilities = [.. wording.Capabilities],
        };

    public OfferWording Wording() =>
        new()
        {
            Kind = Kind,
            What = What,
            When = When,
            Where = Where,
            HowICoach = HowICoach,
            WhomItSuits = WhomItSuits,
            Guests = Guests,
            UntilOn = UntilOn,
            Archetype = string.IsNullOrWhiteSpace(Archetype) ? null : Archetype,
            Capabilities = Capabilities,
        };

    /// <param name="already">The capabilities that the offer names: one that is offered no more may stay.</param>
    public IReadOnlyList<Domain.Shared.InputProblem> Problems(Knowledge knowledge, CapabilityNames names, IReadOnlyList<string> already) =>
        [
            .. Wording().Problems(),
            .. string.IsNullOrWhiteSpace(Archetype) || knowledge.Archetype(Archetype) is not null
                ? Array.Empty<Domain.Shared.InputProblem>()
                : [new Domain.Shared.InputProblem("archetype", "unknown")],
            .. Capabilities
                .Where(c => !names.IsOffered(c) && !already.Contains(c, StringComparer.Ordinal))
                .Select(_ => new Domain.Shared.InputProblem("capabilities", "unknown")),
        ];
}
