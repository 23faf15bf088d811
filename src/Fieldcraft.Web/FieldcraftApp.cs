using System.IO.Compression;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Features;
using Fieldcraft.Web.Features.DemoDesk;
using Fieldcraft.Web.Features.Feedback;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Features.SignIn.EnterPassword;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web;

/// <summary>Puts the product together. The server and the tests start the same thing.</summary>
public static class FieldcraftApp
{
    /// <exception cref="StartRefusedException">Something is missing or wrong; the data was not touched.</exception>
    public static async Task<WebApplication> BuildAsync(
        Settings settings,
        TimeProvider clock,
        Action<WebApplicationBuilder>? also = null,
        CancellationToken cancellationToken = default
    )
    {
        var keys = await KeyStore.OpenAsync(settings, clock, cancellationToken);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
                EnvironmentName = settings.Development ? Environments.Development : Environments.Production,
                ApplicationName = typeof(FieldcraftApp).Assembly.GetName().Name,
            }
        );
        // Standard output belongs to the results of commands.
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        AddCore(builder.Services, settings, clock, keys);
        AddPages(builder.Services);
        AddApi(builder.Services);
        foreach (var room in Rooms.All)
        {
            room.Services(builder.Services);
        }

        also?.Invoke(builder);
        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    private static void AddCore(IServiceCollection services, Settings settings, TimeProvider clock, KeyStore keys)
    {
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        if (clock is DemoClock movable)
        {
            services.AddSingleton(movable);
            services.AddHostedService<DemoClockFollower>();
        }

        if (settings.Demo)
        {
            services.AddScoped<DemoOrganisation>();
        }

        services.AddSingleton(keys);
        services.AddSingleton(new WordCatalogue(Path.Combine(AppContext.BaseDirectory, "content"), settings.Development));
        services.AddSingleton(DeliveredRules.Read(Path.Combine(AppContext.BaseDirectory, "content")));
        services.AddFieldcraftDb(settings.Choice);
        services.AddSingleton<ViewerQueries>();
        services.AddHttpContextAccessor();

        // Asked for by every tag helper of a page. A scoped service would take the scope's lock each time; these are kept with the request.
        services.AddTransient(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Viewer());
        services.AddTransient(WordsOfTheRequest);
        services.AddScoped<Vault>();
        services.AddSingleton<Envelopes>();
        services.AddScoped<Post>();
        services.AddScoped<Throttle>();
        services.AddDataProtection().SetApplicationName("Fieldcraft");
        services.Configure<KeyManagementOptions>(o =>
        {
            // The key store wraps whatever it keeps under the master key; a second wrapping would protect nothing more.
            o.XmlRepository = new FrameworkKeys(keys);
            o.XmlEncryptor = new NullXmlEncryptor();
        });
        services
            .AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationHandler, ViewerRequirements>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedRequests>();
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        AddWork(services, settings);
    }

    private static void AddWork(IServiceCollection services, Settings settings)
    {
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddScoped<IJob, SweepQueue>();
        services.AddScoped<IJob, SendLetter>();
        if (settings.Smtp is { } server)
        {
            services.AddSingleton<IMailer>(new SmtpMailer(server));
        }
        else
        {
            services.AddSingleton<IMailer, FolderMailer>();
        }
    }

    private static void AddPages(IServiceCollection services)
    {
        services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/Features";
                foreach (var room in Rooms.All)
                {
                    room.Pages(options.Conventions);
                }
            })
            .AddMvcOptions(options =>
            {
                options.ModelMetadataDetailsProviders.Add(new WordedValidation());
                options.ModelMetadataDetailsProviders.Add(new EmptyTexts());
            })
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, _) => WordLocalizer.Instance);
        services.AddSingleton<IValidationAttributeAdapterProvider, ValidationAttributeAdapterProvider>();
        services.AddSingleton(new Assets(Path.Combine(AppContext.BaseDirectory, "wwwroot")));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "fieldcraft.form";
            o.FormFieldName = "_form";
            o.HeaderName = "X-Form";
        });
        services.AddRouting(o =>
        {
            o.LowercaseUrls = true;
            o.SetParameterPolicy<TableKind>(TableKind.Name);
        });
        services.AddResponseCompression(o =>
        {
            // Form tokens are masked anew on every page, and no page echoes a secret beside what a visitor chose.
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
    }

    private static void AddApi(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => ApiJson.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
        services.AddScoped<IJob, SweepIdempotentRequests>();
    }

    private static void Use(WebApplication app, Settings settings)
    {
        app.UseResponseCompression();
        app.Use(SecurityHeaders.Add);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                StatusCodeSelector = wrong =>
                    Outage.Is(wrong) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseApiFaults();
        app.Use(app.Services.GetRequiredService<Assets>().ServeAsync);
        app.UseMiddleware<FirstStart>();
        app.Use(SignInDetour.AnswerAsync);
        app.UseRouting();
        app.UseApiAddresses();
        app.UseAuthentication();
        app.UseApiThrottle();
        app.UseAuthorization();
        app.Use(CapabilityNames.LookAsync);
        app.UseAntiforgery();
        app.UseApiRequests();
        app.Use(HandedOver.GuardAsync);
        app.MapRazorPages();
        var api = app.MapGroup("/api/v1").AddEndpointFilter<ApiConventions>();
        foreach (var room in Rooms.All)
        {
            room.Api(api);
        }

        if (settings.Demo)
        {
            DemoDeskFolder.Map(app);
        }

        app.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(Policies.Anyone);
        app.MapHealthChecks("/livez", new() { Predicate = _ => false }).RequireAuthorization(Policies.Anyone);
        app.MapHealthChecks("/healthz").RequireAuthorization(Policies.Anyone);
    }

    private static Words WordsOfTheRequest(IServiceProvider provider)
    {
        var context = provider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (context?.Items[typeof(Words)] is Words known)
        {
            return known;
        }

        var words = WordsFor(provider, context);
        context?.Items[typeof(Words)] = words;
        return words;
    }

    private static Words WordsFor(IServiceProvider provider, HttpContext? context)
    {
        var catalogue = provider.GetRequiredService<WordCatalogue>();
        var viewer = context?.ViewerOrNull();
        var language =
            context?.Request.Cookies[ChooseLanguageModel.Cookie]
            ?? viewer?.Language
            ?? context
                ?.Request.GetTypedHeaders()
                .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
                .Select(l => catalogue.Closest(l.Value.ToString()))
                .FirstOrDefault()
            ?? WordCatalogue.Source;
        var shelf = provider.GetRequiredService<FrameworkShelf>();
        return new Words(
            catalogue,
            language,
            viewer?.TimeZone ?? "UTC",
            provider.GetRequiredService<Settings>().Development,
            key => CapabilityNames.Own(shelf, key)
        );
    }
}
