using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;

namespace Fieldcraft.Web.Features.SetUp;

/// <summary>What the set-up of an organisation asks.</summary>
public sealed record OrganisationInput
{
    [Required, MaxLength(Unit.NameLength)]
    public string Name { get; init; } = "";

    [Required, MaxLength(DirectoryFacts.NameLength)]
    public string FirstName { get; init; } = "";

    [MaxLength(DirectoryFacts.NameLength)]
    public string? LastName { get; init; }

    /// <summary>An e-mail address, or a personnel number.</summary>
    [Required, MaxLength(DirectoryFacts.EmailLength)]
    public string UserName { get; init; } = "";

    [Required, MaxLength(SignInAccount.LongestPassword)]
    public string Password { get; init; } = "";

    [Required]
    public string Language { get; init; } = "en";

    [Required]
    public string TimeZone { get; init; } = TimeZones.Utc;

    /// <summary>The code from the console; only from another machine.</summary>
    [MaxLength(40)]
    public string? Code { get; init; }
}
