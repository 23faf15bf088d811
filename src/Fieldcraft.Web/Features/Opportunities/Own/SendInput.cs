using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.Opportunities.Own;

/// <summary>To whom something goes: a name for one's own list, and an address where it shall go by mail.</summary>
public sealed record SendInput
{
    [Required, MaxLength(CustomerLink.NameLength)]
    public string? Customer { get; init; }

    [MaxLength(DirectoryFacts.EmailLength), EmailAddress]
    public string? Address { get; init; }

    public string? MailAddress => string.IsNullOrWhiteSpace(Address) ? null : Address.Trim();
}
