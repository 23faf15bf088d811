using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Web.Features.Insight.Views;

/// <summary>What the form of a kept view sends.</summary>
public sealed record KeepInput
{
    [Required, MaxLength(KeptView.NameLength)]
    public string Name { get; init; } = "";

    public ViewMailing Mailing { get; init; }

    /// <summary>The version that was changed; 0 for a new one.</summary>
    public int Version { get; init; }

    public ViewWording ToWording() => new(Name, Mailing);
}
