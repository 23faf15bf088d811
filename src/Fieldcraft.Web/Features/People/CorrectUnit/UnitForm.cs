using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.People.CorrectUnit;

public sealed record UnitForm
{
    [Required, MaxLength(Domain.People.Unit.NameLength)]
    public string Name { get; init; } = "";

    public UnitKind Kind { get; init; } = UnitKind.Team;

    [MaxLength(DirectoryFacts.EmailLength)]
    public string? Lead { get; init; }

    public int Version { get; init; }
}
