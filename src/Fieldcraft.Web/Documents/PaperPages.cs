using Fieldcraft.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Fieldcraft.Web.Documents;

/// <summary>Renders a view as one document that needs nothing from outside: its styles stand in it.</summary>
public sealed class PaperPages(ICompositeViewEngine engine, ITempDataDictionaryFactory temporary, Assets assets)
{
    public const string StylesKey = "Styles";
    public const string PaperKey = "Paper";

    /// <param name="paper">The sheet, <c>a4</c>, <c>letter</c>, <c>a3</c> or <c>a4x2</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such view: a slip of the program.</exception>
    public async Task<string> RenderAsync<TModel>(ActionContext context, string view, TModel model, string paper)
    {
        var found = engine.GetView(executingFilePath: null, view, isMainPage: true);
        if (!found.Success)
        {
            throw new InvalidOperationException($"There is no view {view}.");
        }

        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = model,
            [PaperKey] = paper,
            [StylesKey] = assets.Text("/css/site.css"),
        };
        await using var writer = new StringWriter();
        await found.View.RenderAsync(
            new ViewContext(context, found.View, data, temporary.GetTempData(context.HttpContext), writer, new HtmlHelperOptions())
        );
        return writer.ToString();
    }
}
