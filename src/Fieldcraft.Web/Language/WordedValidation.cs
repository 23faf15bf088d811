using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Fieldcraft.Web.Language;

/// <summary>Gives every validation attribute without a message of its own the word <c>error.…</c> that says what to do.</summary>
internal sealed class WordedValidation : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = attribute switch
                {
                    RequiredAttribute => "error.required",
                    MaxLengthAttribute or StringLengthAttribute => "error.too_long",
                    MinLengthAttribute => "error.too_short",
                    RangeAttribute => "error.range",
                    EmailAddressAttribute => "error.email",
                    _ => "error.wrong",
                };
            }
        }
    }
}

/// <summary>Lets the framework's validation speak through the words of the request.</summary>
internal sealed class WordLocalizer : IStringLocalizer
{
    public static readonly WordLocalizer Instance = new();
    private static readonly HttpContextAccessor Http = new();

    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var words = Http.HttpContext?.RequestServices.GetService<Words>();
            return words is not null && words.Has(name)
                ? new LocalizedString(name, words[name, arguments])
                : new LocalizedString(name, string.Format(CultureInfo.InvariantCulture, name, arguments), resourceNotFound: true);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
