using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Fieldcraft.Web.Language;

/// <summary>
/// An empty box of a form arrives as the empty text where the property cannot be null: without this the framework puts null there all the same,
/// and the first look at its length breaks the page. That the box is required is still said, by its annotation.
/// </summary>
internal sealed class EmptyTexts : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        // A context of nullability is not safe for several threads; what is found here is kept by the framework.
        if (
            context.Key.PropertyInfo is { } property
            && property.PropertyType == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull
        )
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
