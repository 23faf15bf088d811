using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Shared;

/// <summary>What belongs to no room: the layout, the error pages, the choice of a language, the living page of components.</summary>
public sealed class SharedFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Shared", Policies.Anyone);
}
