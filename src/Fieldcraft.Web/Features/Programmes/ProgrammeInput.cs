using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>What the form of a programme sends.</summary>
public sealed record ProgrammeInput
{
    [Required, MaxLength(Programme.NameLength)]
    public string? Name { get; init; }

    [MaxLength(Programme.PurposeLength)]
    public string? Purpose { get; init; }

    [Required]
    public Guid? Unit { get; init; }

    public Guid? Sponsor { get; init; }

    public int Version { get; init; }

    public ProgrammeFacts ToFacts() => new(Name, Purpose, UnitId.From(Unit!.Value), Sponsor is { } sponsor ? PersonId.From(sponsor) : null);
}

/// <summary>What the form of a module sends about when and why.</summary>
public sealed record ModuleInput
{
    [Required, MaxLength(Module.TitleLength)]
    public string? Title { get; init; }

    [MaxLength(Module.SentenceLength)]
    public string? CustomerAction { get; init; }

    [MaxLength(Module.SentenceLength)]
    public string? StrategyAction { get; init; }

    [Required]
    public DateOnly? WindowStart { get; init; }

    [Required, Range(Module.WindowDaysAtLeast, Module.WindowDaysAtMost)]
    public int? WindowDays { get; init; } = Module.UsualWindowDays;

    public DateOnly? BusinessDate { get; init; }

    [MaxLength(Module.SentenceLength)]
    public string? BusinessReason { get; init; }

    public int Version { get; init; }

    public ModuleFacts ToFacts() =>
        new(Title, CustomerAction, StrategyAction, BusinessDate, BusinessReason, WindowStart!.Value, WindowDays!.Value);

    public static ModuleInput Of(Module module) =>
        new()
        {
            Title = module.Title,
            CustomerAction = module.CustomerAction,
            StrategyAction = module.StrategyAction,
            WindowStart = module.WindowStart,
            WindowDays = module.WindowDays,
            BusinessDate = module.BusinessDate,
            BusinessReason = module.BusinessReason,
            Version = module.Version,
        };
}
