using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace Fieldcraft.Web.Documents;

/// <summary>Makes paper for somebody who is not asking just now: words, dates and numbers are theirs, as on a page that they open.</summary>
public sealed class PaperForReader(PaperPages pages, IServiceProvider services, IHttpContextAccessor http)
{
    /// <param name="model">Made with the reader's words.</param>
    public async Task<string> RenderAsync<TModel>(Viewer reader, string view, Func<Words, TModel> model, string paper)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.SetViewer(reader);
        http.HttpContext = context;
        try
        {
            return await pages.RenderAsync(
                new ActionContext(context, new RouteData(), new ActionDescriptor()),
                view,
                model(services.GetRequiredService<Words>()),
                paper
            );
        }
        finally
        {
            http.HttpContext = null;
        }
    }
}
