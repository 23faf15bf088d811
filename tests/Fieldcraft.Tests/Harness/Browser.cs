using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;

namespace Fieldcraft.Tests.Harness;

/// <summary>A browser without script: keeps cookies, follows redirects on request, fills forms as they are in the page.</summary>
public sealed class Browser
{
    private readonly CookieContainer _cookies = new();
    private readonly Uri _server;

    public Browser(TestServer server)
    {
        _server = server.BaseAddress;
        var handler = server.CreateHandler(context => context.Connection.RemoteIpAddress = From);
        Client = new HttpClient(new CookieHandler(handler, _cookies)) { BaseAddress = _server };
    }

    /// <summary>The address of the device; this machine's own unless a test says otherwise.</summary>
    public IPAddress From { get; set; } = IPAddress.Loopback;

    public HttpClient Client { get; }

    /// <summary>Sends this cookie with every request from now on.</summary>
    public void Carry(string name, string value) => _cookies.Add(_server, new Cookie(name, value));

    /// <summary>What the browser sends as this cookie; another browser on the same device carries the same.</summary>
    public string Cookie(string name) => _cookies.GetCookies(_server)[name]!.Value;

    /// <summary>As if the cookie had run out on the device.</summary>
    public void Forget(string name) => _cookies.Add(_server, new Cookie(name, "") { Expired = true });

    public async Task<Page> GetAsync(string address) =>
        await Page.OfAsync(this, await Client.GetAsync(new Uri(address, UriKind.Relative)), address);

    /// <summary>Opens a page, follows up to five redirects.</summary>
    public async Task<Page> VisitAsync(string address)
    {
        var page = await GetAsync(address);
        for (var i = 0; i < 5 && page.RedirectsTo is { } next; i++)
        {
            page = await GetAsync(next);
        }

        return page;
    }

    public async Task<Page> PostAsync(
        string address,
        IEnumerable<KeyValuePair<string, string>> fields,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Page.OfAsync(this, await Client.SendAsync(request), address);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response)> ApiAsync(
        HttpMethod method,
        string address,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return (response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default, response);
    }

    private sealed class CookieHandler(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
            {
                request.Headers.TryAddWithoutValidation("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                cookies.SetCookies(request.RequestUri!, cookie);
            }

            return response;
        }
    }
}

/// <summary>An answer to a browser, with questions to its HTML.</summary>
public sealed class Page
{
    private readonly Browser _browser;
    private readonly string _address;

    private Page(Browser browser, string address, HttpResponseMessage response, string text)
    {
        _browser = browser;
        _address = address;
        Response = response;
        Text = text;
        Document = new HtmlParser().ParseDocument(text);
    }

    public HttpResponseMessage Response { get; }

    public string Text { get; }

    public IHtmlDocument Document { get; }

    public HttpStatusCode Status => Response.StatusCode;

    public string? RedirectsTo => Response.Headers.Location?.OriginalString;

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Main => Document.QuerySelector("main")?.TextContent ?? "";

    public static async Task<Page> OfAsync(Browser browser, HttpResponseMessage response, string address) =>
        new(browser, address, response, await response.Content.ReadAsStringAsync());

    /// <summary>Sends a form of this page with its own fields, changed as given.</summary>
    public Task<Page> SubmitAsync(string formSelector, params (string Name, string Value)[] changes)
    {
        var form =
            Document.QuerySelector(formSelector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form {formSelector} on {_address}.");
        var fields = FieldsOf(form);
        foreach (var (name, value) in changes)
        {
            fields.RemoveAll(f => f.Key == name);
            fields.Add(new(name, value));
        }

        var action = form.GetAttribute("action");
        return _browser.PostAsync(string.IsNullOrEmpty(action) ? _address : action, fields);
    }

    /// <summary>What a browser would send for the form as it stands.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box when box.IsChecked && box.Name is { Length: > 0 } name:
                    fields.Add(new(name, box.Value));
                    break;
                case IHtmlInputElement { Type: not ("radio" or "checkbox" or "submit" or "file" or "button") } input
                    when input.Name is { Length: > 0 } name:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area when area.Name is { Length: > 0 } name:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select when select.Name is { Length: > 0 } name:
                    fields.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        return fields;
    }
}
